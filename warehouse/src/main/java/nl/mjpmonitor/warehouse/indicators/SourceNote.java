package nl.mjpmonitor.warehouse.indicators;

import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * What a reader must know about the published source.
 *
 * @param document published document and place in it
 * @param quote the words of that document
 * @param text explanation; empty when the quote says enough
 */
public record SourceNote(String document, String quote, Optional<LocalizedText> text) {}
