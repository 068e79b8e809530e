package tranche.portal.raise.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.portal.problem.page.RefusedForm.Finding;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.words.page.AmountText;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** What was typed into the form of an amendment or a transfer, read as the command takes it. */
record MotionForm(Motion motion, Commitment commitment, Map<String, String> typed, Words words) {

    static final String AMOUNT = "amount";
    static final String INVESTOR = "toInvestorId";
    static final String DAY = "effectiveDate";
    static final String REASON = "reason";
    static final String PAPERS = "documents";

    /** A file that was chosen: without its button its name alone is sent. */
    static final String FILE = "file";

    private static final String RECEIVED = "received";

    /** Digits of a hash by which a file without a name is known. */
    private static final int SHORT = 12;

    /** As programs write it that compute hashes: the hash, then the name. */
    private static final Pattern PAPER = Pattern.compile("([0-9a-fA-F]{64})[ *]+(\\S.*)");

    /** A body to be sent, or what is wrong with what was typed. */
    record Read(Map<String, Object> body, List<Finding> findings) {}

    Read read() {
        Map<String, Object> body = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        if (motion == Motion.TRANSFER) {
            given(INVESTOR)
                    .ifPresentOrElse(
                            id -> body.put(INVESTOR, id),
                            () -> findings.add(finding(INVESTOR, "commitment.field.investor.missing")));
        }
        amount(body, findings);
        given(DAY).ifPresent(day -> body.put(DAY, day));
        given(REASON).ifPresent(reason -> body.put(REASON, reason.replace("\r\n", "\n")));
        if (motion == Motion.AMENDMENTS && given(REASON).isEmpty()) {
            findings.add(finding(REASON, "commitment.field.reason.missing"));
        }
        papers(body, findings);
        return new Read(body, findings);
    }

    /** An amendment names the amount; of a transfer, the whole goes over where none is named. */
    private void amount(Map<String, Object> body, List<Finding> findings) {
        Optional<String> text = given(AMOUNT);
        if (text.isEmpty() && motion == Motion.TRANSFER) {
            return;
        }
        Optional<Money> amount = text.flatMap(this::money);
        if (amount.isEmpty()) {
            findings.add(finding(AMOUNT, "commitment.field.amount.unreadable"));
        }
        amount.ifPresent(money -> body.put(
                AMOUNT,
                Map.of("value", money.plain(), "currency", money.currency().code())));
    }

    /** The amount as it was understood; empty where none can be. */
    Optional<Money> money(String text) {
        return AmountText.parse(
                text, commitment.amount().currency(), words.texts().locale());
    }

    /** What was typed, with a file that was received since as one more line. */
    static Map<String, String> withPaper(Map<String, String> typed, String sha256, Optional<String> name) {
        String line = sha256 + "  " + name.orElse(sha256.substring(0, SHORT));
        String before = typed.getOrDefault(PAPERS, "").strip();
        Map<String, String> more = new LinkedHashMap<>(typed);
        more.put(PAPERS, before.isEmpty() ? line : before + "\n" + line);
        more.put(RECEIVED, line);
        return more;
    }

    /** The line of the file that was received just now. */
    Optional<String> received() {
        return Optional.ofNullable(typed.get(RECEIVED));
    }

    private void papers(Map<String, Object> body, List<Finding> findings) {
        if (given(FILE).isPresent()) {
            findings.add(finding(PAPERS, "commitment.field.documents.unsent"));
            return;
        }
        List<Map<String, String>> papers = new ArrayList<>();
        for (String line : given(PAPERS).orElse("").split("\\R")) {
            Matcher paper = PAPER.matcher(line.strip());
            if (paper.matches()) {
                papers.add(
                        Map.of("name", paper.group(2), "sha256", paper.group(1).toLowerCase(java.util.Locale.ROOT)));
            } else if (!line.isBlank()) {
                findings.add(finding(PAPERS, "commitment.field.documents.unreadable"));
                return;
            }
        }
        if (!papers.isEmpty()) {
            body.put(PAPERS, papers);
        }
    }

    Optional<String> given(String field) {
        return Optional.of(typed.getOrDefault(field, "").strip()).filter(value -> !value.isEmpty());
    }

    private Finding finding(String field, String text) {
        return new Finding(field, words.say(text));
    }
}
