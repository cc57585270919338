package org.redress.models;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The closed doors of letters and declarations. */
final class WordDoors {

    private static final Pattern LETTER_COMMENT = Pattern.compile("(?s)<#--.*?-->|\\[#--.*?--]");
    private static final Pattern LETTER_CODE = Pattern.compile(
            "\\?\\s*(?:new|api|eval|eval_json|interpret|with_args|with_args_last)\\b|[<\\[]#(?:import|include)\\b|\\.(?:data_model|get_optional_template|globals)\\b");
    private static final Pattern TAG = Pattern.compile("(?m)(?:^|[\\s\\[{,:-])!(?:!|<|[A-Za-z])");

    private final Sheet sheet;

    WordDoors(Sheet sheet) {
        this.sheet = sheet;
    }

    void letter(byte[] content) {
        String text = text(content);
        if (text == null) {
            return;
        }
        for (String read : new String[] {text, LETTER_COMMENT.matcher(text).replaceAll("")}) {
            Matcher code = LETTER_CODE.matcher(read);
            if (code.find()) {
                sheet.add(GateRule.LETTER_CODE, "it holds “" + Finding.quote(code.group()) + "”.");
                return;
            }
        }
    }

    void declaration(byte[] content) {
        String text = text(content);
        if (text == null) {
            return;
        }
        Matcher tag = TAG.matcher(text);
        if (tag.find()) {
            sheet.add(GateRule.DECLARATION_CODE, "it holds a tag, “" + Finding.quote(tag.group()) + "…”.");
        }
    }

    private String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') >= 0) {
                sheet.add(GateRule.FILE_UNREADABLE, "it is no text.");
                return null;
            }
            if (text.contains(Vocabulary.BPMN) || Vocabulary.DMN.stream().anyMatch(text::contains)) {
                sheet.add(GateRule.FILE_DISGUISE, "it holds a diagram or a table.");
                return null;
            }
            return text;
        } catch (CharacterCodingException broken) {
            sheet.add(GateRule.FILE_UNREADABLE, "it is no text in UTF-8.");
            return null;
        }
    }
}
