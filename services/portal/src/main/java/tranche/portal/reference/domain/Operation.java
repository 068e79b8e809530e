package tranche.portal.reference.domain;

import java.util.List;
import java.util.Optional;

/**
 * An operation.
 *
 * @param id its name in the document, also where it stands on the page
 * @param open whether it is answered without a sign-in
 * @param body what is sent
 * @param answers in the order of the document
 * @param problems codes of refusals that it names itself
 * @param example a request as a line of a shell
 */
public record Operation(
        String id,
        String method,
        String path,
        String summary,
        Prose description,
        boolean open,
        List<Parameter> parameters,
        Optional<Body> body,
        List<Answer> answers,
        List<String> problems,
        String example) {

    /** A parameter of the path, the query or the head. */
    public record Parameter(String name, String in, boolean required, Type type, Prose description) {}

    /** What is sent: an object of these fields, in one of these media types. */
    public record Body(boolean required, List<String> mediaTypes, Prose description, List<Field> fields) {

        public Body {
            mediaTypes = List.copyOf(mediaTypes);
            fields = List.copyOf(fields);
        }
    }

    /**
     * An answer.
     *
     * @param status three digits, or {@code default} for all others
     * @param headers by name
     * @param type of its body; empty for one that has none
     * @param fields where the body has no name of its own
     */
    public record Answer(
            String status, Prose description, List<String> headers, Optional<Type> type, List<Field> fields) {

        public Answer {
            headers = List.copyOf(headers);
            fields = List.copyOf(fields);
        }
    }

    public Operation {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }
}
