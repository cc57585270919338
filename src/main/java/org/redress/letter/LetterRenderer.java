package org.redress.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.StopException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Fills a template in. Templates see maps, lists, text, numbers and flags and nothing that can act; what a person wrote
 * reaches the page as text, whatever it looks like.
 */
class LetterRenderer {

    private static final Pattern MISSING_ARGUMENT = Pattern.compile("Reached through: @l\\.prose ([\\w.]+)");

    private final Configuration templates;
    private final Map<?, ?> office;
    private final PdfWriter pdf;

    LetterRenderer(OfficeProperties office, PdfWriter pdf) {
        this.office = new ObjectMapper().convertValue(office, Map.class);
        this.pdf = pdf;
        templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setTemplateLoader(new ClassTemplateLoader(LetterRenderer.class, "/letters"));
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setRecognizeStandardFileExtensions(true);
        templates.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setAPIBuiltinEnabled(false);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
        templates.setLocalizedLookup(false);
        templates.setLocale(Locale.UK);
        templates.setNumberFormat("computer");
        templates.setDateFormat("d MMMM yyyy");
    }

    /**
     * Fills in the letter's template.
     *
     * @param model the model as maps, lists and plain values; dates as ISO text
     * @param additionalText a person's own paragraphs, or null
     * @param date the date that the letter bears
     * @param draft whether the letter says of itself that nobody has approved it
     * @throws LetterIncomplete where a value is missing
     */
    RenderedLetter render(LetterKind kind, String caseReference, Addressee to, Map<String, Object> model,
            String additionalText, LocalDate date, boolean draft) {
        Map<String, Object> address = new HashMap<>();
        address.put("role", to.role().name());
        address.put("name", to.name());
        address.put("postalAddress", to.postalAddress());
        address.put("preferredContact", to.preferredContact().name());
        address.put("largePrint", to.largePrint());
        address.put("adjustments", to.adjustments());
        AddressBlock window = AddressBlock.of(to, pdf.fonts());
        address.put("window", window.asMap());
        address.put("client", to.client());
        address.put("capacity", to.capacity());
        Map<String, Object> root = new HashMap<>();
        root.put("office", office);
        root.put("reference", caseReference);
        root.put("date", date.toString());
        root.put("draft", draft);
        root.put("to", address);
        root.put("model", withoutBlanks(model));
        root.put("additionalText", withoutBlank(additionalText));
        StringWriter written = new StringWriter();
        try {
            templates.getTemplate(kind.template() + ".ftlh").process(root, written);
        } catch (InvalidReferenceException missing) {
            throw new LetterIncomplete(kind, missing.getBlamedExpressionString(), missing);
        } catch (TemplateException broken) {
            throw new LetterIncomplete(kind, placeholderOf(broken), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The template of letter " + kind.code() + " cannot be read", unreadable);
        }
        Document page = Jsoup.parse(written.toString());
        page.outputSettings().prettyPrint(false);
        addBookmarks(page);
        String text = TextWriter.write(page);
        List<String> notes = new ArrayList<>(pdf.notes(text));
        window.note().ifPresent(notes::add);
        return new RenderedLetter(page.title(), page.html(), text, notes);
    }

    /** The letter as PDF. */
    byte[] pdf(RenderedLetter letter) {
        return pdf.write(letter.html());
    }

    /** What the template asked for in vain: a value, the argument of a macro, or a code that it has no words for. */
    private static String placeholderOf(TemplateException broken) {
        if (broken instanceof StopException stopped) {
            return stopped.getMessageWithoutStackTop().replaceFirst("(?s)^.*message: ", "").lines().findFirst()
                    .orElse("");
        }
        Matcher argument = MISSING_ARGUMENT.matcher(broken.getFTLInstructionStack());
        return argument.find() ? argument.group(1) : broken.getBlamedExpressionString();
    }

    /** What is blank counts as missing, so that no heading stands over nothing. */
    private static Map<String, Object> withoutBlanks(Map<?, ?> map) {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach((key, value) -> kept.put((String) key, withoutBlank(value)));
        return kept;
    }

    private static Object withoutBlank(Object value) {
        if (value instanceof String text) {
            return Plain.orNull(text);
        }
        if (value instanceof Map<?, ?> map) {
            return withoutBlanks(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LetterRenderer::withoutBlank).filter(Objects::nonNull).toList();
        }
        return value;
    }

    /** Every heading can be reached from the reader's bookmarks. */
    private static void addBookmarks(Document page) {
        Element bookmarks = page.head().appendElement("bookmarks");
        Element section = null;
        int number = 0;
        for (Element heading : page.body().select("h1, h2, h3")) {
            heading.attr("id", "part-" + ++number);
            Element under = heading.nameIs("h3") && section != null ? section : bookmarks;
            Element bookmark = under.appendElement("bookmark").attr("name", heading.text()).attr("href", "#part-" + number);
            if (heading.nameIs("h2")) {
                section = bookmark;
            }
        }
    }
}
