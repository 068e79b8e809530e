package tranche.web.problem;

import java.util.Map;

/**
 * What is wrong with one value of a request.
 *
 * @param in where the value stands
 * @param where a JSON pointer (RFC 6901) into the body, empty for the whole of it, or the name of a query parameter
 * @param code of the catalogue's findings, for instance {@code required}
 * @param facts what the code's sentence needs, by name
 */
public record Finding(In in, String where, String code, Map<String, Object> facts) {

    /** The two places where a caller puts values. */
    public enum In {
        BODY("pointer"),
        QUERY("parameter");

        private final String member;

        In(String member) {
            this.member = member;
        }

        /** The member of the problem document that says where. */
        String member() {
            return member;
        }
    }

    public Finding {
        facts = Map.copyOf(facts);
    }

    public static Finding at(String pointer, String code) {
        return new Finding(In.BODY, pointer, code, Map.of());
    }

    public static Finding at(String pointer, String code, Map<String, Object> facts) {
        return new Finding(In.BODY, pointer, code, facts);
    }

    public static Finding parameter(String name, String code) {
        return new Finding(In.QUERY, name, code, Map.of());
    }

    public static Finding parameter(String name, String code, Map<String, Object> facts) {
        return new Finding(In.QUERY, name, code, facts);
    }
}
