package nl.mjpmonitor.dashboard.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Everyone who may come in. Names are compared without regard to case. */
final class Accounts {

    private final Map<String, Account> byName = new LinkedHashMap<>();

    Accounts(List<Account> accounts) {
        accounts.forEach(account -> byName.put(key(account.name()), account));
    }

    Optional<Account> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** In the order of the file. */
    List<Account> all() {
        return List.copyOf(byName.values());
    }

    /** Looks at every account, so that the time it takes tells nothing about the token. */
    Optional<Account> findByToken(String token) {
        TokenHash offered = TokenHash.of(token);
        Optional<Account> found = Optional.empty();
        for (Account account : byName.values()) {
            if (account.tokenHash().matches(offered)) {
                found = Optional.of(account);
            }
        }
        return found;
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
