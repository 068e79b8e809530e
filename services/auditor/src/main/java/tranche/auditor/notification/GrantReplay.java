package tranche.auditor.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;
import tranche.portal.AccountDisabled;
import tranche.portal.GrantGiven;
import tranche.portal.GrantWithdrawn;

/** Which grants accounts held and when, by the portal's events, against what whoever tells them knows of it (A09). */
final class GrantReplay implements Applied {

    private static final String ENDED = "ended_at";

    private final KeptTable grants;

    GrantReplay(Snapshot kept, Findings findings) {
        grants = new KeptTable(
                kept,
                findings,
                "grant_held",
                "account_id",
                "grant_id",
                "role, programme_id, fund_id, investor_id, project_id, until, given_at, ended_at");
    }

    @Override
    public void event(Arrived arrived) {
        UUID account = arrived.key();
        Instant at = arrived.head().getRecordedAt();
        grants.concerns(account);
        switch (arrived.event()) {
            case GrantGiven given -> grants.add(account, given.getGrantId(), picture(given, at));
            case GrantWithdrawn withdrawn -> {
                Map<String, @Nullable Object> grant = grants.row(account, withdrawn.getGrantId());
                if (grant != null) {
                    end(grant, at);
                }
            }
            case AccountDisabled _ -> {
                for (Map<String, @Nullable Object> grant : grants.rows(account)) {
                    end(grant, at);
                }
            }
            default -> {}
        }
    }

    private static Map<String, @Nullable Object> picture(GrantGiven given, Instant at) {
        Map<String, @Nullable Object> picture = new HashMap<>();
        picture.put("role", given.getRole().toUpperCase(Locale.ROOT).replace('-', '_'));
        picture.put("programme_id", given.getProgrammeId().orElse(null));
        picture.put("fund_id", given.getFundId().orElse(null));
        picture.put("investor_id", given.getInvestorId().orElse(null));
        picture.put("project_id", given.getProjectId().orElse(null));
        picture.put("until", given.getUntil().orElse(null));
        picture.put("given_at", at);
        picture.put(ENDED, null);
        return picture;
    }

    /** What has ended does not end again. */
    private static void end(Map<String, @Nullable Object> grant, Instant at) {
        if (grant.get(ENDED) == null) {
            grant.put(ENDED, at);
        }
    }

    @Override
    public void endOfPartition() throws SQLException {
        grants.compare();
    }

    @Override
    public void endOfTopic() throws SQLException {
        grants.checkNumber();
    }
}
