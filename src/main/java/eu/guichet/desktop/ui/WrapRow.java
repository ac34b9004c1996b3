package eu.guichet.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A row whose parts go on in another row where the width ends, on one baseline each. Unlike a {@link
 * javafx.scene.layout.FlowPane}, it gives no part more width than there is, so that long words wrap inside their part, and it
 * knows its own height.
 */
public final class WrapRow extends Pane {
    private final double hgap;
    private final double vgap;

    public WrapRow(double hgap, double vgap, Node... parts) {
        super(parts);
        this.hgap = hgap;
        this.vgap = vgap;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private record Part(Node node, double width, double height, double ascent) {}

    /** Parts of one row. */
    private record Line(List<Part> parts) {
        double ascent() {
            return parts.stream().mapToDouble(Part::ascent).max().orElse(0);
        }

        double height() {
            double below = parts.stream()
                    .mapToDouble(part -> part.height() - part.ascent())
                    .max()
                    .orElse(0);
            return ascent() + below;
        }
    }

    private List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        List<Part> line = new ArrayList<>();
        double at = 0;
        for (Node node : getManagedChildren()) {
            double wide = Math.min(snapSizeX(node.prefWidth(-1)), width);
            double high = snapSizeY(node.prefHeight(wide));
            node.resize(wide, high);
            double baseline = node.getBaselineOffset();
            Part part = new Part(node, wide, high, baseline == BASELINE_OFFSET_SAME_AS_HEIGHT ? high : baseline);
            if (!line.isEmpty() && at + hgap + wide > width) {
                lines.add(new Line(line));
                line = new ArrayList<>();
                at = 0;
            }
            at += (line.isEmpty() ? 0 : hgap) + wide;
            line.add(part);
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line));
        }
        return lines;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = Math.max(0, getManagedChildren().size() - 1) * hgap;
        for (Node node : getManagedChildren()) {
            width += snapSizeX(node.prefWidth(-1));
        }
        return getInsets().getLeft() + width + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double room = width < 0 ? Double.MAX_VALUE : Math.max(1, width - insets.getLeft() - insets.getRight());
        List<Line> lines = lines(room);
        double height = Math.max(0, lines.size() - 1) * vgap;
        for (Line line : lines) {
            height += line.height();
        }
        return insets.getTop() + height + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double y = insets.getTop();
        for (Line line : lines(Math.max(1, getWidth() - insets.getLeft() - insets.getRight()))) {
            double x = insets.getLeft();
            for (Part part : line.parts()) {
                part.node()
                        .resizeRelocate(
                                x, snapPositionY(y + line.ascent() - part.ascent()), part.width(), part.height());
                x += part.width() + hgap;
            }
            y += line.height() + vgap;
        }
    }
}
