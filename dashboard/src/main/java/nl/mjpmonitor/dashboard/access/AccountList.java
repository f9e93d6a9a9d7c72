package nl.mjpmonitor.dashboard.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.stereotype.Component;

/** Shows the administrator who may come in, and nobody else. Passwords and tokens are not part of it. */
@Component
public final class AccountList {

    /**
     * One account of the file.
     *
     * @param areas the areas of a gebiedsteam, by code
     * @param isLocked whether too many wrong passwords closed it for now
     */
    public record Entry(String name, Role role, List<AreaCode> areas, boolean isLocked) {}

    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final OidcSettings oidc;

    AccountList(Accounts accounts, LoginAttempts attempts, OidcSettings oidc) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.oidc = oidc;
    }

    /**
     * In the order of the file.
     *
     * @throws OutOfScopeException when the reader is not the administrator
     */
    public List<Entry> entries() {
        if (!Reader.current().is(Role.BEHEERDER)) {
            throw new OutOfScopeException("The accounts are for the administrator");
        }
        return accounts.all().stream()
                .map(account -> new Entry(
                        account.name(),
                        account.role(),
                        account.areas().stream().sorted().toList(),
                        attempts.isLocked(account.name())))
                .toList();
    }

    /** After how many wrong passwords in a row a name is closed. */
    public int allowedAttempts() {
        return LoginAttempts.ALLOWED;
    }

    /** For how long. */
    public Duration lock() {
        return LoginAttempts.LOCK;
    }

    /** The provider with which people can log in beside these accounts. */
    public Optional<String> provider() {
        return oidc.isOffered() ? Optional.of(oidc.issuer()) : Optional.empty();
    }
}
