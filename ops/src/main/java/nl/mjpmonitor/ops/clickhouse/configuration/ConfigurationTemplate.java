package nl.mjpmonitor.ops.clickhouse.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An XML file of this package with places of the form {@code {{name}}}. */
public record ConfigurationTemplate(String text) {

    /** Reads a template that is packaged beside this class. */
    public static ConfigurationTemplate read(String name) throws IOException {
        try (InputStream input = ConfigurationTemplate.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("The resource " + name + " is missing from the build.");
            }
            return new ConfigurationTemplate(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The text with its places filled, escaped for XML. */
    public String with(Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
        }
        return filled;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
