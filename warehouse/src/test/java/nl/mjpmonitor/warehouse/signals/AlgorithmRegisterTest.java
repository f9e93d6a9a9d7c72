package nl.mjpmonitor.warehouse.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The register says what the code does: every rule, with the fields of the register and with its own settings. */
class AlgorithmRegisterTest {

    private static final List<String> FIELDS = List.of(
            "Naam",
            "Doel en impact",
            "Afwegingen",
            "Menselijke tussenkomst",
            "Risicobeheer",
            "Wettelijke basis",
            "Gegevens",
            "Technische werking",
            "Leverancier");

    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+) \\|");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");

    private static Map<String, String> chapters;

    @BeforeAll
    static void read() throws IOException {
        String register = Files.readString(Path.of("..", "docs", "algoritmeregister.md"));
        chapters = new LinkedHashMap<>();
        List<String> parts = List.of(HEADING.split(register));
        Matcher headings = HEADING.matcher(register);
        for (int part = 1; headings.find(); part++) {
            chapters.put(headings.group(1), parts.get(part));
        }
    }

    @Test
    void everyRuleHasAChapterAndNoOtherHas() {
        assertThat(chapters.keySet().stream().skip(1))
                .containsExactlyElementsOf(
                        Arrays.stream(SignalRule.values()).map(SignalRule::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRuleHasAllFieldsOfTheRegister(SignalRule rule) {
        for (String field : FIELDS) {
            assertThat(chapters.get(rule.id())).containsPattern("(?m)^\\| " + field + " \\| \\S.+ \\|$");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleHasItsSettingsWithTheirUsualValues(SignalRule rule) {
        assertThat(settings(chapters.get(rule.id()))).isEqualTo(usual(SignalSettings.of(rule).stream()));
    }

    @Test
    void theSettingsOfAllRulesTogetherAreThoseThatNoRuleHasForItself() {
        Map<String, Integer> everywhere = new TreeMap<>();
        chapters.values().forEach(chapter -> everywhere.putAll(settings(chapter)));

        assertThat(everywhere).isEqualTo(usual(Arrays.stream(SignalSetting.values())));
        assertThat(settings(chapters.get("Wat voor alle regels geldt")))
                .containsOnlyKeys("per-dag", "per-dag-regel", "horizon-dagen", "rust-seconden");
    }

    private static Map<String, Integer> settings(String chapter) {
        return SETTING.matcher(chapter)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> Integer.parseInt(found.group(2)),
                        (one, same) -> one,
                        TreeMap::new));
    }

    private static Map<String, Integer> usual(Stream<SignalSetting> settings) {
        return settings.collect(
                Collectors.toMap(SignalSetting::key, SignalSetting::usual, (one, same) -> one, TreeMap::new));
    }
}
