package tranche.launcher.demo.load;

import java.util.Optional;

/**
 * What a step's answer showed of the object.
 *
 * @param version which one it is after the step; more than that of its making where it was there already and has moved on
 */
record Sent(String id, long version, Optional<String> contentHash) {}
