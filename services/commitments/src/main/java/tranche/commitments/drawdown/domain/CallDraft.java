package tranche.commitments.drawdown.domain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.actor.Maker;
import tranche.values.money.Money;

/**
 * The call that a tranche asks for; who approves it, and whether it is issued, others decide (rule D-40).
 *
 * @param call its id, if it is drafted
 * @param conditionVersion upon which it is drafted
 * @param due on which the investors shall pay
 * @param milestones those whose verification or waiver it rests on, in the order of the conditions
 * @param verifiers who verified them: none of these approves the call (rule D-2)
 */
public record CallDraft(
        UUID call,
        TrancheId tranche,
        int conditionVersion,
        Money amount,
        LocalDate due,
        List<MilestoneId> milestones,
        Set<Maker> verifiers) {

    /** The URL namespace of RFC 9562. */
    private static final byte[] URL_NAMESPACE = HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8");

    public CallDraft {
        milestones = List.copyOf(milestones);
        verifiers = Set.copyOf(verifiers);
    }

    /**
     * The id of the one call that a version of a tranche's conditions drafts by itself (rule D-5): a UUIDv5 in the URL
     * namespace, so that whatever comes twice cannot draft twice.
     */
    public static UUID idOf(TrancheId tranche, int conditionVersion) {
        MessageDigest digest = sha1();
        digest.update(URL_NAMESPACE);
        digest.update(("tranche:" + tranche + ":" + conditionVersion).getBytes(StandardCharsets.UTF_8));
        BigInteger bits = new BigInteger(1, Arrays.copyOf(digest.digest(), Long.BYTES * 2));
        long most = bits.shiftRight(Long.SIZE).longValue() & ~0xf000L | 0x5000L;
        long least = bits.longValue() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
