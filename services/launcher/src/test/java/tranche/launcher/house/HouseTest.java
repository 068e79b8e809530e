package tranche.launcher.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.house.House;
import tranche.testkit.house.HouseRules;

/** Here, because the launcher alone has everything that is shipped on its class path. */
@DisplayName("The house")
class HouseTest {

    private static final JavaClasses SHIPPED = House.tranche().shipped();

    static List<ArchRule> rules() {
        return HouseRules.of(House.tranche());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keeps_its_rules(ArchRule rule) {
        rule.check(SHIPPED);
    }
}
