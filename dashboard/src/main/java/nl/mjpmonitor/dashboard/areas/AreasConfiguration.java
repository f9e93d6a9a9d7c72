package nl.mjpmonitor.dashboard.areas;

import java.nio.file.Path;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AreasConfiguration {

    /** Real boundaries of the buurten, when the installation has them. */
    record RealMap(Optional<BoundaryOutlines> outlines, Optional<String> source) {}

    /** A mistake in the file stops the start. */
    @Bean
    RealMap realMap(@Value("${mjp.boundaries:}") String file, Areas areas) {
        if (file.isBlank()) {
            return new RealMap(Optional.empty(), Optional.empty());
        }
        Boundaries boundaries = Boundaries.read(Path.of(file.strip()), areas);
        return new RealMap(Optional.of(BoundaryOutlines.of(boundaries)), boundaries.source());
    }
}
