package nl.mjpmonitor.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OpenID Connect provider: discovery, keys, the authorization code flow with PKCE and a client secret. Whoever comes is
 * logged in at once, with the claims that the test chose.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT_ID = "mjp-dashboard";
    static final String CLIENT_SECRET = "geheim van het dashboard";

    private record Asked(String nonce, String challenge, String redirectUri) {}

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey strangeKey;
    private final Map<String, Asked> codes = new LinkedHashMap<>();
    private Map<String, Object> claims = Map.of();
    private boolean signsWithAStrangeKey;

    OpenIdProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("een").generate();
            strangeKey = new RSAKeyGenerator(2048).keyID("een").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who comes next has these claims. */
    void nextHas(Map<String, Object> next) {
        claims = next;
        signsWithAStrangeKey = false;
    }

    void signWithAStrangeKey() {
        signsWithAStrangeKey = true;
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT_ID.equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri")));
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked before = codes.remove(asked.get("code"));
        boolean isRight = before != null
                && before.redirectUri().equals(asked.get("redirect_uri"))
                && before.challenge().equals(challenge(asked.get("code_verifier")))
                && isOurClient(exchange.getRequestHeaders().getFirst("Authorization"));
        if (isRight) {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            UUID.randomUUID().toString(),
                            "token_type",
                            "Bearer",
                            "expires_in",
                            300,
                            "id_token",
                            idToken(before.nonce())));
        } else {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private static boolean isOurClient(String authorization) {
        String[] parts = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        return decoded(parts[0]).equals(CLIENT_ID) && decoded(parts[1]).equals(CLIENT_SECRET);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken(String nonce) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.randomUUID().toString())
                .audience(CLIENT_ID)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce);
        claims.forEach(set::claim);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("een").build(), set.build());
            token.sign(new RSASSASigner(signsWithAStrangeKey ? strangeKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = mapper.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Map<String, String> parametersOf(String address) {
        return parameters(URI.create(address).getRawQuery());
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
