package tranche.notifications.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.actor.Role;

/** The catalogue of domain §9.2, written down once more. */
@DisplayName("The catalogue of alerts")
class AlertTypeTest {

    /** Type, severity, channels, whom it is mandatory for, and an a where an acknowledgement is asked; in the order of types. */
    private static final String CATALOGUE = """
            CM-01 INFO PE -
            CM-02 NOTICE PEW IM
            CM-03 NOTICE PEW IM
            CM-04 NOTICE PEW IM
            CM-05 NOTICE PE IM
            CM-06 NOTICE PE IM
            CM-07 INFO PEW -
            CC-01 INFO PE -
            CC-02 INFO PE -
            CC-03 WARNING PEW I a
            CC-04 NOTICE PE I
            CC-05 INFO PEW -
            CC-06 NOTICE PE IM
            CC-07 WARNING PEW IMA a
            CC-08 WARNING PEW IM
            CC-09 INFO PE -
            RC-02 NOTICE PE IM
            BK-01 CRITICAL PE IMU a
            MS-01 INFO PEW -
            MS-02 NOTICE PE -
            MS-03 NOTICE PEW -
            MS-04 WARNING PEW -
            MS-05 WARNING PEW -
            MS-06 INFO PEW -
            MS-07 WARNING PEW IU
            MS-08 CRITICAL PEW IMU
            MS-09 NOTICE PE -
            BL-01 NOTICE PE -
            TR-01 NOTICE PEW -
            TR-02 NOTICE PEW -
            TR-03 WARNING PEW MA
            TR-04 WARNING PE IMU
            FC-01 NOTICE PEW -
            NT-01 CRITICAL PE M
            WH-01 WARNING PE -
            """;

    private static final Map<Role, String> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put(Role.INVESTOR, "I");
        LETTERS.put(Role.FUND_MANAGER, "M");
        LETTERS.put(Role.APPROVER, "A");
        LETTERS.put(Role.VERIFIER, "V");
        LETTERS.put(Role.SITE_REPORTER, "S");
        LETTERS.put(Role.STAKEHOLDER, "K");
        LETTERS.put(Role.AUDITOR, "U");
    }

    private static String line(AlertType type) {
        String mandatory = LETTERS.entrySet().stream()
                .filter(role -> type.isMandatoryFor(Set.of(role.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        String channels = type.channels().stream()
                .sorted()
                .map(channel -> channel.name().substring(0, 1))
                .collect(Collectors.joining());
        return Stream.of(
                        type.code(),
                        type.severity().name(),
                        channels,
                        mandatory.isEmpty() ? "-" : mandatory,
                        type.asksAcknowledgement() ? "a" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void is_what_people_agreed_upon() {
        assertThat(Arrays.stream(AlertType.values()).map(AlertTypeTest::line))
                .containsExactlyElementsOf(CATALOGUE.lines().toList());
    }
}
