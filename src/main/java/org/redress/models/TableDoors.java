package org.redress.models;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The closed doors of a file of decision tables: FEEL and nothing else, tables and nothing else. */
final class TableDoors {

    private static final Set<String> FEEL = Set.of(
            "feel", "FEEL", "http://www.omg.org/spec/FEEL/20140401", "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final Sheet sheet;

    TableDoors(Sheet sheet) {
        this.sheet = sheet;
    }

    void check(Element definitions) {
        if (ModelXml.children(definitions, "decision").isEmpty()) {
            sheet.add(GateRule.NOTHING_TO_RUN, "it holds no decision.");
        }
        for (Element element : ModelXml.everything(definitions)) {
            kind(element);
            attributes(element);
            text(element, ModelXml.ownText(element));
            if (element.getLocalName().equals("decision") && ModelXml.children(element, "decisionTable").isEmpty()) {
                sheet.add(GateRule.TABLE_KIND, element, "the decision is no table.");
            }
        }
    }

    private void kind(Element element) {
        String namespace = ModelXml.namespace(element);
        String kind = element.getLocalName();
        if (Vocabulary.PICTURE.contains(namespace)) {
            return;
        }
        if (Vocabulary.BARRED_ELEMENTS.get(kind) == GateRule.SCRIPT) {
            sheet.add(GateRule.TABLE_LANGUAGE, element, "it holds a script.");
        } else if (!Vocabulary.DMN.contains(namespace)) {
            sheet.add(GateRule.XML_FOREIGN, element, "the element “" + Finding.quote(element.getNodeName()) + "” is not DMN.");
        } else if (!Vocabulary.DMN_ELEMENTS.contains(kind)) {
            sheet.add(GateRule.TABLE_KIND, element, "a “" + Finding.quote(kind) + "” is not used here.");
        }
    }

    private void attributes(Element element) {
        for (Attr attribute : ModelXml.attributes(element)) {
            String namespace = attribute.getNamespaceURI();
            String name = attribute.getLocalName();
            String said = "it has " + attribute.getNodeName() + "=\"" + Finding.quote(attribute.getValue()) + "\".";
            if (name.equals("expressionLanguage") || name.equals("typeLanguage")) {
                if (!FEEL.contains(attribute.getValue())) {
                    sheet.add(GateRule.TABLE_LANGUAGE, element, said);
                }
            } else if (Vocabulary.SCHEMA_INSTANCE.equals(namespace) && !name.equals("type")) {
                sheet.add(GateRule.XML_OUTSIDE, element, said);
            } else if (Vocabulary.CAMUNDA_DMN.equals(namespace) && !Vocabulary.CAMUNDA_DMN_ATTRIBUTES.contains(name)) {
                sheet.add(GateRule.CAMUNDA_EXTRA, element, said);
            } else if (namespace != null && !Vocabulary.PICTURE.contains(namespace) && !Vocabulary.CAMUNDA_DMN.equals(namespace)
                    && !Vocabulary.SCHEMA_INSTANCE.equals(namespace)) {
                sheet.add(GateRule.XML_FOREIGN, element, said);
            }
            text(element, attribute.getValue());
        }
    }

    private void text(Element element, String text) {
        if (Expressions.isIn(text)) {
            sheet.add(GateRule.TABLE_LANGUAGE, element, "“" + Finding.quote(text) + "” is no FEEL.");
        }
        if (!element.getLocalName().equals("description") && Feel.reachesOut(text)) {
            sheet.add(GateRule.TABLE_CODE, element, "“" + Finding.quote(text) + "” defines a function.");
        }
    }
}
