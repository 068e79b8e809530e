package tranche.portal.raise.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.page.MotionModel.Field;
import tranche.portal.raise.page.MotionModel.Look;
import tranche.portal.raise.page.MotionModel.Option;
import tranche.portal.words.page.AmountWords;
import tranche.portal.words.page.Words;

/**
 * How the page of an amendment or a transfer asks for it.
 *
 * @param form what was typed; nothing on a plain visit
 * @param investors to whom it can go over; none where that is not asked
 * @param today the reader's day
 */
record MotionSheet(
        MotionForm form, Optional<RefusedForm> refused, List<InvestorDesk.Choice> investors, LocalDate today) {

    MotionModel model(Frame frame, String csrf, String once) {
        String commitment = "/commitments/" + form.commitment().id();
        String command = form.motion().command();
        Words words = form.words();
        return new MotionModel(
                frame,
                commitment,
                commitment + "/" + command,
                words.rich(
                        "commitment.motion." + command,
                        Map.of(
                                "investor",
                                form.commitment().investorName(),
                                "fund",
                                form.commitment().fundName(),
                                "amount",
                                words.money().full(form.commitment().amount()),
                                "called",
                                words.money().full(form.commitment().called()))),
                refused,
                csrf,
                Long.toString(form.commitment().version()),
                once,
                form.commitment().amount().currency().code(),
                fields(),
                form.received(),
                words.say("commitment.propose." + command));
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        boolean transfer = form.motion() == Motion.TRANSFER;
        if (transfer) {
            fields.add(field(Look.CHOICE, MotionForm.INVESTOR, "investor", true, ""));
        }
        fields.add(field(Look.AMOUNT, MotionForm.AMOUNT, transfer ? "part" : "amount", !transfer, ""));
        fields.add(field(Look.DAY, MotionForm.DAY, "day", false, today.toString()));
        fields.add(field(Look.TEXT, MotionForm.REASON, transfer ? "why" : "because", !transfer, ""));
        fields.add(field(Look.PAPERS, MotionForm.PAPERS, "documents", false, ""));
        return fields;
    }

    private Field field(Look look, String name, String text, boolean required, String otherwise) {
        Words words = form.words();
        String key = "commitment.field." + text;
        String value = form.typed().getOrDefault(name, otherwise);
        return new Field(
                look,
                name,
                words.say(key),
                words.say(key + ".hint"),
                required,
                value,
                look == Look.AMOUNT ? form.money(value).map(money -> AmountWords.of(money, words)) : Optional.empty(),
                look == Look.CHOICE ? options(value) : List.of(),
                refused.flatMap(said -> said.wrongWithin(name)));
    }

    /** Two investors may have one name: what they are and where they are tells them apart. */
    private List<Option> options(String chosen) {
        return investors.stream()
                .filter(one -> !one.id().equals(form.commitment().investor()))
                .map(one -> new Option(
                        one.id().toString(),
                        one.name() + ", "
                                + form.words().say("words.kind." + one.kind().code() + ".one") + ", " + one.country(),
                        one.id().toString().equals(chosen)))
                .toList();
    }
}
