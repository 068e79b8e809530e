package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.MilestoneRefusal.INVALID_STATE;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.SECOND;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.VIC;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.after;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.in;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.plan;
import static tranche.milestones.milestone.domain.Sites.refusal;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/** The vectors of four eyes and of conditions, as far as milestones have a part in them. */
class MilestoneVectorsTest {

    private static final Access BOTH = new Access(
            List.of(new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT), new Grant(Role.APPROVER, Scope.DEPLOYMENT)));

    static List<Vector> eyes() {
        return Vectors.of("eyes");
    }

    static List<Vector> gates() {
        return Vectors.of("gate");
    }

    /** A proposal is made once and not edited: of the histories only those are its own. */
    @ParameterizedTest
    @MethodSource("eyes")
    void let_another_person_alone_confirm_what_one_proposes(Vector vector) {
        List<Boolean> allowed = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < vector.input().get("cases").size(); i++) {
            JsonNode one = vector.input().get("cases").get(i);
            String history = one.get("history").textValue();
            if (history.matches("create (key of )?p\\d")) {
                allowed.add(mayConfirm(who(history), who(one.get("then").textValue())));
                expected.add(vector.expected().get("allowed").get(i).booleanValue());
            }
        }

        assertThat(allowed).hasSizeGreaterThan(2).isEqualTo(expected);
    }

    private static boolean mayConfirm(Actor maker, Actor checker) {
        Site site = in(MilestoneState.PLANNED);
        Motion motion = motion(Step.REMOVE);
        assertThat(site.propose(new Propose(FIRST, motion, new UUID(0, 1), maker, OptionalLong.empty()), NOW))
                .isInstanceOf(Decision.Accepted.class);
        return site.decide(new Confirm(FIRST, motion, maker.asMaker(), checker), NOW)
                instanceof Decision.Accepted<MilestoneEvent>;
    }

    /** The person at the end of an act; a key is another account of its owner. */
    private static Actor who(String act) {
        long person = Long.parseLong(act.substring(act.lastIndexOf('p') + 1));
        long account = act.contains("key of") ? person + 100 : person;
        return new Actor(new UUID(1, account), new UUID(2, person), BOTH);
    }

    /** A tranche is locked as long as a milestone that it waits for is not verified: not when it is claimed, or shown. */
    @ParameterizedTest
    @MethodSource("gates")
    void count_as_verified_exactly_while_what_waits_for_them_is_not_locked(Vector vector) {
        Site site = after(aSite(), plan(FIRST, 1), plan(SECOND, 1));
        List<String> waitedFor = texts(vector.input().get("conditions").get("all"));
        List<Boolean> verified = new ArrayList<>();
        for (String fact : texts(vector.input().get("facts"))) {
            site = happened(site, fact);
            Site now = site;
            verified.add(waitedFor.stream()
                    .allMatch(one -> the(now, milestoneOf(one)).isVerified()));
        }

        assertThat(verified)
                .isEqualTo(texts(vector.expected().get("statesAfter")).stream()
                        .map(state -> !state.equals("LOCKED"))
                        .toList());
    }

    private static Site happened(Site site, String fact) {
        if (!fact.startsWith("milestone ") && !fact.matches("m\\d .*")) {
            return site; // of the call that waits for it
        }
        MilestoneId id = milestoneOf(fact);
        return switch (fact.substring(fact.indexOf(' ') + 1)) {
            case "claimed" -> after(site, claim(id, SAM));
            case "evidence submitted" -> after(site, evidence(id, SUE, EvidenceKind.PHOTO));
            case "verified" -> after(shown(site, id), verify(id, VERA));
            case "verified (same event again)" -> {
                assertThat(refusal(site, verify(id, VIC))).isEqualTo(INVALID_STATE);
                yield site;
            }
            case "verification revoked" -> after(site, confirm(id, motion(Step.REVOKE_VERIFICATION)));
            default -> throw new IllegalArgumentException(fact);
        };
    }

    /** What a vector leaves out between two facts. */
    private static Site shown(Site site, MilestoneId id) {
        Site claimed = the(site, id).allows(Step.CLAIM) ? after(site, claim(id, SAM)) : site;
        return the(claimed, id).state() == MilestoneState.CLAIMED
                ? after(claimed, evidence(id, SUE, EvidenceKind.PHOTO))
                : claimed;
    }

    private static MilestoneId milestoneOf(String text) {
        return text.contains("m1 ") ? FIRST : SECOND;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
