package nl.mjpmonitor.ops.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alert rules of {@code ops/prometheus}, as far as tests must know them. */
public final class AlertRules {

    /** Where the rules stand, seen from this module. */
    static final Path FOLDER = Path.of("prometheus");

    /** Made by Prometheus itself at every look. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");

    /**
     * One rule.
     *
     * @param expression when it fires, in PromQL
     * @param severity what is expected of whom it reaches
     * @param summary what it says
     */
    public record Alert(String name, String expression, String severity, String summary) {

        /** The metrics that the rule asks for, but for those that Prometheus makes itself. */
        public Set<String> metrics() {
            Set<String> names = new TreeSet<>();
            Matcher name = NAME.matcher(NOT_A_NAME.matcher(expression).replaceAll(" "));
            while (name.find()) {
                if (!KEYWORDS.contains(name.group()) && !OF_PROMETHEUS.contains(name.group())) {
                    names.add(name.group());
                }
            }
            return names;
        }
    }

    private AlertRules() {}

    /** All rules, in the order of the file. */
    public static List<Alert> all() {
        return YAMLMapper.builder()
                .build()
                .readTree(FOLDER.resolve("alerts.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .map(AlertRules::alert)
                .toList();
    }

    private static Alert alert(JsonNode rule) {
        return new Alert(
                rule.path("alert").asString(),
                rule.path("expr").asString(),
                rule.path("labels").path("severity").asString(),
                rule.path("annotations").path("summary").asString());
    }
}
