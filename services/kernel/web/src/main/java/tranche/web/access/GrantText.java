package tranche.web.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/**
 * A grant in a token: the role, and behind slashes the parts of its scope, each a letter (p programme, f fund, i
 * investor, j project) and its {@link IdText}; for instance {@code fund-manager/pAZ2h...}.
 */
final class GrantText {

    private GrantText() {}

    static String of(Grant grant) {
        StringBuilder text = new StringBuilder(grant.role().code());
        Scope scope = grant.scope();
        part(text, 'p', scope.programme());
        part(text, 'f', scope.fund());
        part(text, 'i', scope.investor());
        part(text, 'j', scope.project());
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is no grant */
    static Grant parse(String text) {
        String[] parts = text.split("/", -1);
        Function<Character, Optional<UUID>> part = letter -> {
            for (int i = 1; i < parts.length; i++) {
                if (!parts[i].isEmpty() && parts[i].charAt(0) == letter) {
                    return Optional.of(IdText.parse(parts[i].substring(1)));
                }
            }
            return Optional.empty();
        };
        Scope scope = new Scope(part.apply('p'), part.apply('f'), part.apply('i'), part.apply('j'));
        Grant grant = new Grant(Role.of(parts[0]), scope);
        if (!of(grant).equals(text)) {
            throw new IllegalArgumentException("no grant");
        }
        return grant;
    }

    private static void part(StringBuilder text, char letter, Optional<UUID> id) {
        id.ifPresent(value -> text.append('/').append(letter).append(IdText.of(value)));
    }
}
