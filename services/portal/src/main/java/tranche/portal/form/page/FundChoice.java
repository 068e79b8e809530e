package tranche.portal.form.page;

import java.util.List;
import tranche.portal.frame.page.Frame;

/**
 * The page before a form of a fund, which asks for which one ({@code form/fund.jte}).
 *
 * @param nothing what is said where there is none to choose
 */
public record FundChoice(Frame frame, String sentence, String nothing, List<Choice> funds) {

    public FundChoice {
        funds = List.copyOf(funds);
    }

    /** A fund, with the address of the form for it. */
    public record Choice(String name, String address) {}
}
