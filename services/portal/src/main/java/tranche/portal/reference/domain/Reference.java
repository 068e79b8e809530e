package tranche.portal.reference.domain;

import java.util.List;

/**
 * What can be asked over HTTP.
 *
 * @param introduction paragraphs that hold for all operations
 * @param groups the operations under their headings
 * @param shapes the objects and values that bodies and answers share
 */
public record Reference(
        String title, String version, List<Prose> introduction, List<Group> groups, List<Shape> shapes) {

    /** Operations on one kind of thing. */
    public record Group(String name, Prose description, List<Operation> operations) {

        public Group {
            operations = List.copyOf(operations);
        }

        /** Where it stands on the page. */
        public String anchor() {
            return "group-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        }
    }

    public Reference {
        introduction = List.copyOf(introduction);
        groups = List.copyOf(groups);
        shapes = List.copyOf(shapes);
    }

    /** The operations that are refused with a code of their own. */
    public List<Operation> refusedWith(String code) {
        return groups.stream()
                .flatMap(group -> group.operations().stream())
                .filter(operation -> operation.problems().contains(code))
                .toList();
    }
}
