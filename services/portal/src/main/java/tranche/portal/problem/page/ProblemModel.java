package tranche.portal.problem.page;

import java.util.Optional;
import tranche.portal.frame.page.Frame;

/**
 * A problem as a page ({@code problem/problem.jte}).
 *
 * @param code its code in the catalogue
 * @param title the finding
 * @param detail the finding with the facts of the case
 * @param remedy what can be done now
 * @param rule where the rule is written
 * @param away where a part of the system is away or broken; empty where the reader can do otherwise
 * @param back where to go from here
 */
public record ProblemModel(
        Frame frame,
        String code,
        int status,
        String title,
        Optional<String> detail,
        Optional<String> remedy,
        Optional<String> rule,
        Optional<Away> away,
        String back) {

    /**
     * That it is none of the reader's doing: said in words for a person, who has no request to repeat and no header to read.
     *
     * @param again where to try again; empty where what was sent may have been done
     * @param reference under which the log tells more; empty where there is no more to tell
     */
    public record Away(Optional<String> again, Optional<String> reference) {}
}
