package tranche.portal.drawdown.page;

import java.util.List;
import java.util.stream.IntStream;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.words.page.Words;

/** The way of a call from draft to paid, and how far it has come. */
record CallWay(CapitalCall call, Words words) {

    private static final List<String> STEPS = List.of("draft", "approval", "issued", "due", "paid");

    /** None where it was called off or taken back. */
    List<CallModel.Step> steps() {
        int done = done();
        return done < 0
                ? List.of()
                : IntStream.range(0, STEPS.size())
                        .mapToObj(place -> step(place, done))
                        .toList();
    }

    private int done() {
        return switch (call.standing()) {
            case DRAFT -> 1;
            case APPROVED -> 2;
            case ISSUED, PART_PAID -> 3;
            case OVERDUE -> 4;
            case PAID -> STEPS.size();
            case CANCELLED, REVERSED -> -1;
        };
    }

    private CallModel.Step step(int place, int done) {
        String name = STEPS.get(place);
        String look = place < done ? "done" : place == done ? "now" : "next";
        return new CallModel.Step(place + 1, words.say("call.step." + name), detail(name), look);
    }

    private String detail(String step) {
        return switch (step) {
            case "draft" -> words.say("call.step.draft." + (call.tranche().isPresent() ? "tranche" : "hand"));
            case "due" -> words.dates().day(call.due());
            case "paid" -> words.money().brief(call.isWhole() ? call.paid() : call.paidOfLines());
            default -> words.say("call.step." + step + ".by");
        };
    }
}
