package tranche.portal.raise.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What is proposed about a commitment, in a sentence: the same on the commitment's page and where it is answered.
 *
 * @param investors by name, as far as the reader may know them; of the others the id stands
 * @param fund by name
 */
public record MotionWords(Map<UUID, String> investors, String fund, Words words) {

    /** The command of a proposal that gives a commitment another amount. */
    public static final String AMEND = "amend-commitment";

    /** The command of one that gives it to another investor. */
    public static final String TRANSFER = "transfer-commitment";

    /** Whether a command is about a commitment. */
    public static boolean knows(String command) {
        return command.equals(AMEND) || command.equals(TRANSFER);
    }

    /** The amount that it is about: what shall be committed, or what goes over. */
    public static Optional<Money> amount(String command, Answered content) {
        return content.moneyIfAny(command.equals(AMEND) ? "amount" : "transferred");
    }

    /** @param command one of the two */
    public String sentence(String command, Answered content) {
        Money before = content.money("amountBefore");
        Money amount = amount(command, content).orElseThrow();
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("investor", name(content.id("investorId")));
        gaps.put("fund", fund);
        gaps.put("before", words.money().full(before));
        gaps.put("amount", words.money().full(amount));
        gaps.put("moved", words.money().full(amount));
        gaps.put("other", content.idIfAny("toInvestorId").map(this::name).orElse(""));
        gaps.put("day", day(content));
        String key = command.equals(AMEND) ? "amend" : amount.equals(before) ? "transfer.whole" : "transfer";
        return words.texts().say("commitment.proposal." + key, gaps);
    }

    /** From when it holds. */
    public String day(Answered content) {
        return content.dayIfAny("effectiveDate")
                .map(words.dates()::day)
                .orElseGet(() -> words.say("commitment.proposal.then"));
    }

    /** An investor by name, where the reader may know it. */
    public String name(UUID investor) {
        return investors.getOrDefault(investor, investor.toString());
    }
}
