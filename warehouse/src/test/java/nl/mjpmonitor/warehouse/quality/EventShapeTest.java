package nl.mjpmonitor.warehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mjpmonitor.warehouse.quality.EventShape.Column;
import org.junit.jupiter.api.Test;

class EventShapeTest {

    @Test
    void namesTheColumnsAndTheirKindsButNoValue() {
        EventShape shape = EventShape.of("""
                {"op":"u","before":null,"after":{"report_number":"M-17","floor":3,"is_merged":false,"closed_on":null}}""");

        assertThat(shape.operation()).isEqualTo("u");
        assertThat(shape.columns())
                .containsExactly(
                        new Column("report_number", "string"),
                        new Column("floor", "number"),
                        new Column("is_merged", "boolean"),
                        new Column("closed_on", "null"));
        assertThat(shape.toString()).doesNotContain("M-17");
    }

    @Test
    void aDeleteHasNoColumnsAndABrokenPayloadNothing() {
        assertThat(EventShape.of("{\"op\":\"d\",\"after\":null}")).isEqualTo(new EventShape("d", java.util.List.of()));
        assertThat(EventShape.of("{\"op\":\"u\",\"after\":{")).isEqualTo(EventShape.of(""));
        assertThat(EventShape.of("17").columns()).isEmpty();
    }
}
