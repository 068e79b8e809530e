package tranche.portal.timeline.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One project.
 *
 * @param row as in the list
 * @param latitude degrees north; empty where the place is not given
 * @param zone in which its days begin
 * @param source where its particulars come from; empty where a manager entered them
 * @param programme its programme's name; empty where it has not arrived yet
 * @param slipped how many open milestones are forecast after their baselines
 * @param significant whether an open milestone exceeds a baseline significantly, short of critically
 */
public record Project(
        ProjectRow row,
        Optional<BigDecimal> latitude,
        Optional<BigDecimal> longitude,
        String zone,
        LocalDate startDate,
        Optional<String> source,
        Optional<String> programme,
        long slipped,
        boolean significant) {}
