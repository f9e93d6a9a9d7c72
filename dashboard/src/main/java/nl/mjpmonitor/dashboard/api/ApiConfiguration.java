package nl.mjpmonitor.dashboard.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What holds for every answer of the interface, and the document that describes it. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    static final String VERSION = "1.0.0";
    private static final String VERSION_HEADER = "API-Version";
    private static final String PROBLEM = "Probleem";
    private static final String TOKEN = "token";

    /** Errors of the login carry the version too, so the filter stands before all others. */
    @Bean
    FilterRegistrationBean<Filter> apiVersion() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            if (response instanceof HttpServletResponse answer) {
                answer.setHeader(VERSION_HEADER, VERSION);
            }
            chain.doFilter(request, response);
        });
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("MJP-monitor")
                        .version(VERSION)
                        .description(
                                "Cijfers bij het Meerjarenprogramma Veiligheid. Onbekend is nooit nul: een punt zonder"
                                        + " waarde heeft een status die zegt waarom."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new Schema<>();
        problem.addType("object");
        problem.setDescription("Een fout volgens RFC 9457");
        Schema<?> status = new Schema<>();
        status.addType("integer");
        problem.setProperties(
                Map.of("title", text(), "status", status, "detail", text(), "instance", text(), "type", text()));
        problem.setRequired(List.of("title", "status", "detail"));
        return problem;
    }

    private static Schema<?> text() {
        Schema<?> text = new Schema<>();
        text.addType("string");
        return text;
    }

    @Bean
    OpenApiCustomizer problemsAndVersion() {
        return document -> document.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    operation.getResponses().addApiResponse("400", problem("De vraag klopt niet"));
                    operation.getResponses().addApiResponse("401", problem("Er is geen geldig token"));
                    operation.getResponses().addApiResponse("403", problem("Uw rol geeft hier geen toegang toe"));
                    operation.getResponses().addApiResponse("404", problem("Dit bestaat niet"));
                    operation.getResponses().addApiResponse("503", problem("Het datawarehouse antwoordt nu niet"));
                    operation
                            .getResponses()
                            .values()
                            .forEach(response -> response.addHeaderObject(
                                    VERSION_HEADER,
                                    new Header()
                                            .description("Versie van deze interface")
                                            .schema(new StringSchema())));
                }));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
