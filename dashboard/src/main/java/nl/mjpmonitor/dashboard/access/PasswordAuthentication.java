package nl.mjpmonitor.dashboard.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/** Lets a person in by name and password, and no more after too many wrong ones. */
final class PasswordAuthentication implements AuthenticationProvider {

    private static final int LONGEST_NAME = 100;

    /** Each takes 16 MB for a tenth of a second: many at once would exhaust a small heap. */
    private static final int COMPARISONS_AT_ONCE = 2;

    private final Accounts accounts;
    private final LoginAttempts attempts;
    private final PasswordEncoder encoder;
    private final Supplier<String> hashOfNobody;
    private final AuditLog audit;
    private final Semaphore places = new Semaphore(COMPARISONS_AT_ONCE);

    PasswordAuthentication(Accounts accounts, LoginAttempts attempts, PasswordEncoder encoder, AuditLog audit) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.encoder = encoder;
        // made at the first login, because it would keep a start waiting
        this.hashOfNobody = SingletonSupplier.of(() -> hashOfNobody(encoder));
        this.audit = audit;
    }

    /** A hash that no password fits, for names without an account. */
    private static String hashOfNobody(PasswordEncoder encoder) {
        return String.valueOf(encoder.encode(UUID.randomUUID().toString()));
    }

    @Override
    public Authentication authenticate(Authentication offered) {
        String name = offered.getName();
        if (name.length() > LONGEST_NAME) {
            throw new BadCredentialsException("Name or password is wrong");
        }
        if (attempts.isLocked(name)) {
            throw new LockedException("Too many failed logins");
        }
        Optional<Account> account = accounts.find(name);
        String nobody = hashOfNobody.get();
        // an unknown name costs as much time as a wrong password
        boolean isRight = isRight(
                String.valueOf(offered.getCredentials()),
                account.map(Account::passwordHash).orElse(nobody));
        if (!isRight || account.isEmpty()) {
            failed(name, account);
            throw new BadCredentialsException("Name or password is wrong");
        }
        attempts.succeeded(name);
        return authenticated(account.get());
    }

    /** The trail names accounts only: what was typed as a name may be anything, also a password. */
    private void failed(String name, Optional<Account> account) {
        attempts.failed(name);
        String actor = account.map(Account::name).orElse(AuditLog.NOBODY);
        audit.record(actor, AuditAction.LOGIN_FAILED, "");
        if (attempts.isLocked(name)) {
            audit.record(actor, AuditAction.LOCKOUT, "");
        }
    }

    private boolean isRight(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            places.release();
        }
    }

    static Authentication authenticated(Account account) {
        List<SimpleGrantedAuthority> authorities = Reader.authorities(List.of(account.role()), account.areas());
        User person = new User(account.name(), "", authorities);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    @Override
    public boolean supports(@Nullable Class<?> type) {
        return type != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
