import java.io.FileInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Lets veraPDF judge each file by PDF/UA-1 and PDF/A-2a; prints file, flavour and how many checks or what broke. */
class Judge {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
                judge(file, flavour);
            }
        }
    }

    private static void judge(String file, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            tell(file, flavour, "checks", "" + result.getTotalAssertions());
            var broken = new TreeSet<String>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    var rule = each.getRuleId();
                    broken.add(rule.getClause() + "-" + rule.getTestNumber() + " " + each.getMessage());
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.add("the file is not compliant, and veraPDF does not say why");
            }
            broken.forEach(rule -> tell(file, flavour, "broken", rule.replaceAll("\\s+", " ")));
        }
    }

    private static void tell(String file, PDFAFlavour flavour, String what, String value) {
        System.out.println(String.join("\t", file, flavour.getId(), what, value));
    }
}
