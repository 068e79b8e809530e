package tranche.portal.grant.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.values.actor.Grant;

/** What the second person signs when confirming a grant: account, grant, role, scope and last day (rule D-6). */
public record GrantContent(UUID account, UUID grant, Grant role, Optional<LocalDate> until) {

    /**
     * SHA-256 of the content as canonical JSON (RFC 8785: names in order, no blanks; all values are ids, codes and
     * dates, so that nothing needs escaping), in lower-case hexadecimal.
     */
    public String hash() {
        try {
            byte[] text = canonical().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private String canonical() {
        Map<String, String> members = new TreeMap<>();
        members.put("accountId", account.toString());
        members.put("grantId", grant.toString());
        members.put("role", role.role().code());
        role.scope().programme().ifPresent(id -> members.put("programmeId", id.toString()));
        role.scope().fund().ifPresent(id -> members.put("fundId", id.toString()));
        role.scope().investor().ifPresent(id -> members.put("investorId", id.toString()));
        role.scope().project().ifPresent(id -> members.put("projectId", id.toString()));
        until.ifPresent(day -> members.put("until", day.toString()));
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
