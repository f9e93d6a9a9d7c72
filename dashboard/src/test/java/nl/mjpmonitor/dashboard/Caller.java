package nl.mjpmonitor.dashboard;

import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the interface as the test account of a role, with its token.
 *
 * @param mvc what answers
 */
public record Caller(MockMvcTester mvc) {

    /** The role of who has no token. */
    public static final String NOBODY = "nobody";

    public MvcTestResult get(String role, String address) {
        return ask(HttpMethod.GET, role, address, "");
    }

    public MvcTestResult post(String role, String address, String body) {
        return ask(HttpMethod.POST, role, address, body);
    }

    /** Asks, with a body unless that is empty. */
    public MvcTestResult ask(HttpMethod method, String role, String address, String body) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, URI.create(address));
        if (!role.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + TestAccounts.token(role));
        }
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return mvc.perform(request);
    }

    /** The answer as JSON. */
    public static JsonNode read(MvcTestResult result) {
        return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
    }
}
