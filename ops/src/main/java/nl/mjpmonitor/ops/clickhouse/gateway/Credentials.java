package nl.mjpmonitor.ops.clickhouse.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The one user of the gateway. Comparison takes the same time whatever is wrong. */
final class Credentials {

    private final byte[] user;
    private final byte[] password;

    Credentials(String user, String password) {
        this.user = digest(user);
        this.password = digest(password);
    }

    /**
     * Checks who asks: by the Authorization header, by the X-ClickHouse-User and -Key headers, or by parameters.
     *
     * @return the name of the user
     */
    String verify(Exchange exchange, RequestParameters parameters) throws ClickHouseError {
        Login login = basic(exchange.header("Authorization"))
                .or(() -> headers(exchange))
                .orElseGet(() -> new Login(
                        parameters.value("user").orElse("default"),
                        parameters.value("password").orElse("")));
        boolean userMatches = MessageDigest.isEqual(user, digest(login.user()));
        boolean passwordMatches = MessageDigest.isEqual(password, digest(login.password()));
        if (!userMatches || !passwordMatches) {
            throw ClickHouseError.of(
                    516,
                    "AUTHENTICATION_FAILED",
                    login.user()
                            + ": Authentication failed: password is incorrect, or there is no user with such name");
        }
        return login.user();
    }

    private static Optional<Login> basic(Optional<String> header) {
        if (header.isEmpty() || !header.get().regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.get().substring(6).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.of(new Login(pair, ""))
                    : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(new Login("", ""));
        }
    }

    private static Optional<Login> headers(Exchange exchange) {
        return exchange.header("X-ClickHouse-User")
                .map(name -> new Login(name, exchange.header("X-ClickHouse-Key").orElse("")));
    }

    private static byte[] digest(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Login(String user, String password) {}
}
