package tranche.notifications.alert.domain;

import java.util.OptionalLong;
import java.util.UUID;

/** A recipient does something about alerts of its own. */
public sealed interface AlertCommand {

    /** The alert that is named. */
    UUID alert();

    OptionalLong ifMatch();

    /** What is done about the alert. */
    Alert.Step step();

    /** About the one that is named. */
    record One(UUID alert, Alert.Step step, OptionalLong ifMatch) implements AlertCommand {}

    /** The one that is named is read, and all that were raised before it. */
    record ReadUpTo(UUID alert, OptionalLong ifMatch) implements AlertCommand {

        @Override
        public Alert.Step step() {
            return Alert.Step.READ;
        }
    }
}
