package nl.mjpmonitor.ops.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mjpmonitor.ops.sources.generation.PublishedFigure;
import nl.mjpmonitor.ops.sources.generation.PublishedFigures;
import org.junit.jupiter.api.Test;

class SourceSystemTest {
    /** The one system whose published figures are tables of their own. */
    private static final String POLICE = "politiecijfers";

    @Test
    void areFoundByName() {
        assertThat(SourceSystem.all())
                .extracting(SourceSystem::name)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("onderschat", POLICE);
    }

    @Test
    void sayWhereEachPublishedFigureComesFrom() {
        for (SourceSystem system : SourceSystem.all()) {
            if (system.name().equals(POLICE)) {
                continue;
            }
            List<PublishedFigure> figures =
                    PublishedFigures.load(system.getClass()).figures();
            Set<String> counted = new HashSet<>();
            assertThat(figures).isNotEmpty().allSatisfy(figure -> {
                assertThat(counted.add(figure.fact() + " " + figure.period()))
                        .as("%s once over %s", figure.fact(), figure.period())
                        .isTrue();
                assertThat(figure.indicator()).isNotBlank();
                assertThat(figure.document()).isNotBlank();
                assertThat(figure.reference()).isNotBlank();
                assertThat(figure.value()).isNotNegative();
            });
        }
    }
}
