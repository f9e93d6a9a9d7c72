package nl.mjpmonitor.dashboard.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How people log in with the organisation's own OpenID Connect provider.
 *
 * @param issuer address of the provider; empty when people log in here only
 * @param clientId how the provider knows this dashboard
 * @param clientSecret what proves that it is this dashboard
 * @param redirectUri where the provider sends people back to
 * @param nameClaim claim with the name of the account
 * @param rolesClaim claim with the roles; a dot steps into a claim, such as {@code realm_access.roles}
 * @param areasClaim claim with the codes of the areas of a gebiedsteam
 * @param roles the role of each value that the provider may give
 */
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String redirectUri,
        String nameClaim,
        String rolesClaim,
        String areasClaim,
        Map<String, Role> roles) {

    /** @throws IllegalStateException when they cannot work; the message says what to change */
    OidcSettings {
        roles = Map.copyOf(roles);
        if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalStateException(
                    "MJP_OIDC_ISSUER is set; give MJP_OIDC_CLIENT_ID and MJP_OIDC_CLIENT_SECRET too.");
        }
    }

    boolean isOffered() {
        return !issuer.isBlank();
    }

    /**
     * Reads a mapping such as {@code groep-veiligheid=analist;groep-raad=raad}. Without one every role has its own name.
     *
     * @throws IllegalStateException when it names a role that does not exist
     */
    static Map<String, Role> mapping(String text) {
        if (text.isBlank()) {
            return Arrays.stream(Role.values()).collect(Collectors.toMap(Role::word, role -> role));
        }
        Map<String, Role> mapping = new LinkedHashMap<>();
        for (String pair : text.split(";", -1)) {
            int equals = pair.lastIndexOf('=');
            String value = equals < 0 ? "" : pair.substring(0, equals).strip();
            Role role = Role.of(pair.substring(equals + 1).strip()).orElse(null);
            if (value.isEmpty() || role == null) {
                throw new IllegalStateException("MJP_OIDC_ROLES has '" + pair.strip()
                        + "'; write value=role, parted by semicolons, with one of the roles " + Role.words() + ".");
            }
            mapping.put(value, role);
        }
        return mapping;
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "OidcSettings[%s, %s]".formatted(issuer, clientId);
    }
}
