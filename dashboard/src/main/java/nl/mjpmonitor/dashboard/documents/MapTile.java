package nl.mjpmonitor.dashboard.documents;

import java.util.Optional;

/**
 * One area of a map.
 *
 * @param name its name
 * @param figure its figure as it is printed; of a figure that is withheld or unknown the word that says so
 * @param classNumber 1 for the lowest; empty when it has none, such as of an unknown figure
 * @param isUnusual whether it lies outside what is normal for an area of its size
 * @param row counted from 1 in the north
 * @param column counted from 1 in the west
 */
public record MapTile(
        String name, String figure, Optional<Integer> classNumber, boolean isUnusual, int row, int column) {}
