package nl.mjpmonitor.ingest.opendata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a cell and how to take it, or the reason why it has none.
 *
 * @param figure a plain decimal without trailing zeros, such as {@code 7840} or {@code 7.3}; null when there is none
 * @param status never a status with a figure when there is none, or the other way round
 * @param qualifier how the figure is meant
 * @param margin between which limits the true figure lies
 * @param provenance whether it was published
 */
record CellValue(
        @Nullable String figure, CellStatus status, Qualifier qualifier, Margin margin, Provenance provenance) {
    static final CellValue UNKNOWN = new CellValue(null, CellStatus.UNKNOWN);
    static final CellValue NOT_APPLICABLE = new CellValue(null, CellStatus.NOT_APPLICABLE);

    CellValue {
        if (status.hasFigure() != (figure != null)) {
            throw new IllegalArgumentException("A value is " + status.text() + " with figure " + figure);
        }
    }

    CellValue(@Nullable String figure, CellStatus status) {
        this(figure, status, Qualifier.EXACTLY, Margin.NONE, Provenance.PUBLISHED);
    }

    static CellValue of(BigDecimal figure, boolean isProvisional) {
        BigDecimal plain = figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
        return new CellValue(plain.toPlainString(), isProvisional ? CellStatus.PROVISIONAL : CellStatus.DEFINITIVE);
    }

    CellValue with(Qualifier other) {
        return new CellValue(figure, status, other, margin, provenance);
    }

    CellValue with(Margin other) {
        return new CellValue(figure, status, qualifier, other, provenance);
    }

    CellValue with(Provenance other) {
        return new CellValue(figure, status, qualifier, margin, other);
    }
}
