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
        String back) {}
