package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.report.Report;

/**
 * What do results look like? Draws each kind of figure once, each by one call on a result, and
 * writes a page of them all.
 *
 * <p>{@code --small} is for a quick look, {@code --out=DIR} for the page, {@code gallery.html}.
 */
public final class Gallery {
  private Gallery() {}

  /**
   * Writes the gallery and prints where it is.
   *
   * @param args {@code --out=DIR} (default {@code gallery}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    run(Arguments.parse(args, List.of("small", "out")));
  }

  static List<GalleryItem> run(Arguments arguments) throws IOException {
    boolean small = arguments.has("small");
    Path out = Files.createDirectories(Path.of(arguments.get("out").orElse("gallery")));
    List<GalleryItem> items = new ArrayList<>(GallerySignals.items());
    items.addAll(GalleryModels.items(small));
    items.addAll(GallerySensitivity.items(small));
    items.addAll(new GalleryEstimates(small).items());
    items.addAll(new GalleryPosteriors(small).items());
    Path page = out.resolve("gallery.html");
    page(items).save(page);
    System.out.println(items.size() + " figures: " + page.toAbsolutePath().normalize());
    return items;
  }

  private static Report page(List<GalleryItem> items) {
    Report page =
        Report.titled("Gallery")
            .paragraph(
                "Each kind of figure, and the call that draws it. Every figure is saved by"
                    + " figure.save(Path.of(\"name.svg\")), or .png, and shown by figure.open().");
    for (GalleryItem item : items) {
      page = item.addTo(page);
    }
    return page;
  }
}
