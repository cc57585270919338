package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Reads a set of files that somebody wants to deploy and says everything that is wrong with it at once. Safe on hostile
 * files: bounded, nothing fetched, nothing run.
 */
public final class ModelCheck {

    /** The largest file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    /** The largest set. */
    public static final int MOST_BYTES_TOGETHER = 30 * 1024 * 1024;

    private static final int MOST_FILES = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    private final Known known;
    private final List<Finding> found = new ArrayList<>();
    private final Map<String, Element> diagrams = new TreeMap<>();
    private final Map<String, Element> tables = new TreeMap<>();

    private ModelCheck(Known known) {
        this.known = known;
    }

    /** Everything that was found in the files, by the names that they would be deployed by. */
    public static Findings check(Map<String, byte[]> files, Known known) {
        return new ModelCheck(known).check(new TreeMap<>(files));
    }

    private Findings check(TreeMap<String, byte[]> files) {
        long together = files.values().stream().mapToLong(content -> content.length).sum();
        if (together > MOST_BYTES_TOGETHER || files.size() > MOST_FILES) {
            Sheet sheet = new Sheet("The set");
            sheet.add(GateRule.FILE_SIZE, "it has " + files.size() + " files with " + together + " bytes.");
            return new Findings(sheet.findings());
        }
        files.forEach(this::file);
        found.addAll(new WholeSet(diagrams, tables, files.keySet()).findings());
        if (found.stream().noneMatch(Finding::refuses)) {
            found.addAll(new Advice(known, diagrams, files).findings());
        }
        return new Findings(found);
    }

    private void file(String name, byte[] content) {
        Sheet sheet = new Sheet(name);
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            sheet.add(GateRule.FILE_NAME, "its name cannot be used.");
        }
        if (content.length > MOST_BYTES) {
            sheet.add(GateRule.FILE_SIZE, "it has " + content.length + " bytes.");
        } else if (name.endsWith(".bpmn")) {
            diagram(name, content, sheet);
        } else if (name.endsWith(".dmn")) {
            table(name, content, sheet);
        } else if (name.endsWith(".form")) {
            new FormDoors(sheet).check(content);
        } else if (name.endsWith(".ftlh")) {
            new WordDoors(sheet).letter(content);
        } else if (name.endsWith(".yml")) {
            new WordDoors(sheet).declaration(content);
        } else {
            sheet.add(GateRule.FILE_ENDING, "files that end in “." + Finding.quote(Finding.ending(name)) + "” are not deployed.");
        }
        found.addAll(sheet.findings());
    }

    private void diagram(String name, byte[] content, Sheet sheet) {
        Element root = root(content, sheet);
        if (root == null) {
            return;
        }
        if (!root.getLocalName().equals("definitions") || !Vocabulary.BPMN.equals(root.getNamespaceURI())) {
            sheet.add(GateRule.FILE_DISGUISE, "it holds “" + Finding.quote(root.getNodeName()) + "” and no diagram.");
            return;
        }
        diagrams.put(name, root);
        new DiagramDoors(sheet, known).check(root);
    }

    private void table(String name, byte[] content, Sheet sheet) {
        Element root = root(content, sheet);
        if (root == null) {
            return;
        }
        if (!root.getLocalName().equals("definitions") || !Vocabulary.DMN.contains(ModelXml.namespace(root))) {
            sheet.add(GateRule.FILE_DISGUISE, "it holds “" + Finding.quote(root.getNodeName()) + "” and no table.");
            return;
        }
        tables.put(name, root);
        new TableDoors(sheet).check(root);
    }

    private static Element root(byte[] content, Sheet sheet) {
        try {
            return ModelXml.root(content);
        } catch (ModelXml.Unreadable broken) {
            sheet.add(broken.reachesOut() ? GateRule.XML_OUTSIDE : GateRule.FILE_UNREADABLE, broken.getMessage());
            return null;
        }
    }
}
