package tranche.launcher.up;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** A fund of one programme, one investor, and what a client sends to bring a commitment from draft to closed. */
public record Raise(Api api, UUID programme, UUID fund, UUID investor) {

    public static final String SUBMISSION = "{\"source\": \"public register\"}";

    /** Makes a programme, a fund of it and an investor. */
    public static Raise begin(Api api, String name) {
        UUID programme = api.post(
                        "fund-manager", "/programmes", "{\"name\": \"" + name + "\", \"headlineCurrency\": \"USD\"}")
                .with(201)
                .id();
        UUID fund = api.post(
                        "fund-manager",
                        "/funds",
                        "{\"programmeId\": \"" + programme + "\", \"name\": \"" + name
                                + " I\", \"baseCurrency\": \"USD\", \"calendar\": \"US\"}")
                .with(201)
                .id();
        UUID investor = api.post(
                        "fund-manager",
                        "/investors",
                        "{\"name\": \"Sovereign fund A\", \"kind\": \"SOVEREIGN_FUND\", \"country\": \"AE\"}")
                .with(201)
                .id();
        return new Raise(api, programme, fund, investor);
    }

    public String draft(String amount) {
        return "{\"fundId\": \"" + fund + "\", \"investorId\": \"" + investor + "\", \"amount\": {\"value\": \""
                + amount + "\", \"currency\": \"USD\"}}";
    }

    public static String acceptance(Api.Reply submitted) {
        return "{\"closingDate\": \"" + today() + "\", \"contentHash\": \"" + submitted.text("contentHash") + "\"}";
    }

    public static String closing(UUID commitment) {
        return "{\"kind\": \"INITIAL\", \"date\": \"" + today() + "\", \"commitmentIds\": [\"" + commitment + "\"]}";
    }

    public static String approval(Api.Reply planned) {
        return "{\"contentHash\": \"" + planned.text("contentHash") + "\"}";
    }

    /** A commitment that a second person has accepted. */
    public Api.Reply accepted(String amount) {
        UUID commitment = api.post("fund-manager", "/commitments", draft(amount))
                .with(201)
                .id();
        Api.Reply submitted = api.post("fund-manager", "/commitments/" + commitment + "/submission", SUBMISSION)
                .with(200);
        return api.post("approver", "/commitments/" + commitment + "/acceptance", acceptance(submitted))
                .with(200);
    }

    /** A closing of today with this commitment, approved by a second person. */
    public Api.Reply closed(UUID commitment) {
        Api.Reply planned = api.post("fund-manager", "/funds/" + fund + "/closings", closing(commitment))
                .with(201);
        return api.post(
                        "approver",
                        "/closings/" + planned.id() + "/approval",
                        approval(planned),
                        "Idempotency-Key",
                        "closing-" + planned.id())
                .with(200);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
