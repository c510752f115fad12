import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Opens a presentation as Apache POI does, validates every part against the schemas of ECMA-376 (transitional) and
 * prints one line of JSON: {"slides": [{"shapes", "tables", "texts", "notes"}], "errors": ["part: what"]}.
 * Argument: the file.
 */
public class SlideShowCheck {
  private static final List<String> errors = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    List<String> slides = new ArrayList<>();
    try (XMLSlideShow show = new XMLSlideShow(new FileInputStream(arguments[0]))) {
      check("presentation", show.getCTPresentation());
      for (XSLFSlideMaster master : show.getSlideMasters()) {
        check("master", master.getXmlObject());
        check("theme", master.getTheme().getXmlObject());
        for (XSLFSlideLayout layout : master.getSlideLayouts()) {
          check("layout " + layout.getName(), layout.getXmlObject());
        }
      }
      check("notes master", show.getNotesMaster().getXmlObject());
      for (XSLFSlide slide : show.getSlides()) slides.add(describe(slide));
    }
    System.out.println(
        "{\"slides\":[" + String.join(",", slides) + "],\"errors\":" + list(errors) + "}");
  }

  private static String describe(XSLFSlide slide) {
    String name = "slide " + slide.getSlideNumber();
    check(name, slide.getXmlObject());
    List<String> texts = new ArrayList<>();
    int tables = 0;
    for (XSLFShape shape : slide.getShapes()) {
      if (shape instanceof XSLFTable) tables++;
      if (shape instanceof XSLFTextShape text && !text.getText().isEmpty()) texts.add(text.getText());
    }
    StringBuilder notes = new StringBuilder();
    XSLFNotes page = slide.getNotes();
    if (page != null) {
      check("notes of " + name, page.getXmlObject());
      page.getTextParagraphs()
          .forEach(shape -> shape.forEach(line -> notes.append(line.getText()).append("\n")));
    }
    return "{\"shapes\":" + slide.getShapes().size()
        + ",\"tables\":" + tables
        + ",\"texts\":" + list(texts)
        + ",\"notes\":" + quote(notes.toString())
        + "}";
  }

  private static void check(String part, XmlObject xml) {
    List<XmlError> found = new ArrayList<>();
    xml.validate(new XmlOptions().setErrorListener(found));
    for (XmlError error : found) errors.add(part + ": " + error.getMessage());
  }

  private static String list(List<String> values) {
    return "[" + String.join(",", values.stream().map(SlideShowCheck::quote).toList()) + "]";
  }

  private static String quote(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char letter : value.toCharArray()) {
      boolean isPlain = letter >= ' ' && letter < 127 && letter != '"' && letter != '\\';
      text.append(isPlain ? String.valueOf(letter) : String.format("\\u%04x", (int) letter));
    }
    return text.append('"').toString();
  }
}
