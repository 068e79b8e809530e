package tranche.values.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.values.vectors.Vectors;
import tranche.values.vectors.Vectors.Vector;

class FourEyesVectorsTest {

    static List<Vector> vectors() {
        return Vectors.of("eyes");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void allows_what_the_history_allows(Vector vector) {
        List<Boolean> allowed = new ArrayList<>();
        for (JsonNode node : vector.input().get("cases")) {
            allowed.add(
                    allowed(node.get("history").textValue(), node.get("then").textValue()));
        }

        List<Boolean> expected = new ArrayList<>();
        vector.expected().get("allowed").forEach(truth -> expected.add(truth.booleanValue()));
        assertThat(allowed).isEqualTo(expected);
    }

    private static boolean allowed(String history, String then) {
        FourEyes eyes = FourEyes.madeBy(Actor.SYSTEM.asMaker(), version(0));
        Optional<Approval> lastGiven = Optional.empty();
        int edits = 0;
        for (String act : history.split(", ", -1)) {
            Actor who = who(act);
            if (act.startsWith("create ")) {
                eyes = FourEyes.madeBy(who.asMaker(), version(0));
            } else if (act.startsWith("edit")) {
                edits++;
                eyes = eyes.editedBy(who.asMaker(), version(edits));
            } else if (act.startsWith("approved ")) {
                eyes = eyes.approvedBy(who);
                lastGiven = eyes.approval();
            } else if (act.startsWith("milestone verified by ")) {
                eyes = eyes.restingOnVerificationBy(who.asMaker());
            } else {
                throw new IllegalArgumentException(act);
            }
        }
        return then.equals("issue on the old approval")
                ? lastGiven.filter(eyes::standsOn).isPresent()
                : eyes.mayBeApprovedBy(who(then));
    }

    private static ContentHash version(int edits) {
        return ContentHash.of("{\"version\":" + edits + "}");
    }

    /** The person at the end of an act; a key is another account of its owner. */
    private static Actor who(String act) {
        if (act.contains("system")) {
            return Actor.SYSTEM;
        }
        long person = Long.parseLong(act.substring(act.lastIndexOf('p') + 1));
        long account = act.contains("key of") ? person + 100 : person;
        return new Actor(new UUID(1, account), new UUID(2, person), Access.NONE);
    }
}
