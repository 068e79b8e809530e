package tranche.notifications.preference.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.values.actor.Role;

/**
 * What a recipient wants to hear, how and when.
 *
 * @param quietHours in the zone that is kept with the recipient
 * @param choices by type; a type that is not among them is told as the catalogue has it
 */
public record Wishes(Optional<QuietHours> quietHours, Map<AlertType, Choice> choices) {

    /** Of whoever has said nothing. */
    public static final Wishes NONE = new Wishes(Optional.empty(), Map.of());

    public Wishes {
        choices = Map.copyOf(choices);
    }

    /**
     * How a type is told to somebody with these roles. What is mandatory is told at once, stays in the inbox of the portal,
     * and has the other ways that the recipient has chosen (rule N-2); a way that the catalogue does not have is none.
     */
    public Choice choice(AlertType type, Collection<Role> roles) {
        Choice chosen = choices.getOrDefault(type, asInCatalogue(type));
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(chosen.channels());
        channels.retainAll(type.channels());
        if (!type.isMandatoryFor(roles)) {
            return new Choice(channels, chosen.digest());
        }
        if (channels.isEmpty()) {
            return asInCatalogue(type);
        }
        channels.add(Channel.PORTAL);
        return new Choice(channels, Digest.NONE);
    }

    /** The types that somebody with these roles would mute though they are mandatory, in the catalogue's order. */
    List<AlertType> wronglyMuted(Collection<Role> roles) {
        return choices.entrySet().stream()
                .filter(one ->
                        one.getValue().channels().isEmpty() && one.getKey().isMandatoryFor(roles))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The same, without what would be so anyway: a channel that the catalogue gets later is then used. */
    Wishes withoutWhatIsSoAnyway(Collection<Role> roles) {
        return new Wishes(
                quietHours,
                choices.keySet().stream()
                        .filter(type -> !choice(type, roles).equals(asInCatalogue(type)))
                        .collect(Collectors.toMap(type -> type, type -> choice(type, roles))));
    }

    /** The same, without mail of a type. */
    Wishes withoutMail(AlertType type, Collection<Role> roles) {
        Choice chosen = choice(type, roles);
        if (!chosen.channels().contains(Channel.EMAIL)) {
            return this;
        }
        Set<Channel> left = EnumSet.copyOf(chosen.channels());
        left.remove(Channel.EMAIL);
        Map<AlertType, Choice> after = new EnumMap<>(AlertType.class);
        after.putAll(choices);
        after.put(type, new Choice(left, chosen.digest()));
        return new Wishes(quietHours, after);
    }

    private static Choice asInCatalogue(AlertType type) {
        return new Choice(type.channels(), Digest.NONE);
    }
}
