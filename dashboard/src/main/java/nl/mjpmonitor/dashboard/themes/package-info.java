/**
 * The pages of the themes. How a theme is composed stands in the catalogue; each kind of section is a panel here, and below them
 * stands a table for every group of the theme.
 */
@NullMarked
package nl.mjpmonitor.dashboard.themes;

import org.jspecify.annotations.NullMarked;
