package tranche.commitments.notice.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;

/**
 * A notice as it was signed; nothing of it changes any more.
 *
 * @param content in canonical JSON
 * @param sha256 of the content's bytes
 * @param keyId of the key that signed it
 * @param signature detached JWS over the content
 * @param named the account that it names, and how often that was named before; empty where the instructions follow
 */
public record Notice(
        NoticeId id,
        CallLineId line,
        CallId call,
        ProgrammeId programme,
        FundId fund,
        InvestorId investor,
        String content,
        ContentHash sha256,
        String keyId,
        String signature,
        Optional<Named> named,
        Instant issuedAt) {

    /** @param before notices to the same investor of the fund that named the same account */
    public record Named(Fingerprint fingerprint, int before) {}
}
