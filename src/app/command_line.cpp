#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "app/boundaries_command.h"
#include "app/check_command.h"
#include "app/commands.h"
#include "app/erase_command.h"
#include "app/export_command.h"
#include "app/first_link.h"
#include "app/import_command.h"
#include "app/published_command.h"
#include "app/run_due_command.h"
#include "assess/assess_command.h"

namespace app {
namespace {

void ask_place(CLI::App& command, Place& place) {
  command.add_option("--data", place.folder, "the folder that holds the council's data")->required();
  command.add_option("--database", place.database, "postgresql://… instead of the SQLite file in the folder");
}

void ask_figures_memory(CLI::App& command, std::size_t& memory) {
  command
      .add_option("--figures-memory", memory,
                  "MB that the engine of published figures may take; more is spilled into the data folder")
      ->check(CLI::Range(64, 1 << 20))
      ->capture_default_str();
}

struct Asked {
  Place place;
  ServeOptions serve;
  RunDueOptions run_due;
  ImportOptions import;
  ExportOptions export_;
  BoundariesOptions boundaries;
  PublishedOptions published;
  EraseOptions erase;
  assess::AssessOptions assess;
};

void describe_serve(CLI::App& all, Asked& asked, int& code) {
  auto* command = all.add_subcommand("serve", "serve the council's pages");
  ask_place(*command, asked.serve.place);
  command->add_option("--listen", asked.serve.listen, "HOST:PORT to listen on")->capture_default_str();
  command->add_option("--clock", asked.serve.clock, "start the clock at this moment, such as 2025-11-24T09:00:00Z");
  command->add_option("--name", asked.serve.names, "a name by which people reach it, such as performance.ambleford.gov.example");
  command->add_option("--address", asked.serve.address,
                      "how people reach it, for links in mail: https://performance.ambleford.gov.example");
  command->add_flag("--behind-proxy", asked.serve.behind_proxy, "take the last entry of X-Forwarded-For for where a request comes from");
  command
      ->add_option(
          "--scan", asked.serve.scan,
          "a program that looks through each piece of evidence for viruses: it is given the file, and 0 lets it through")
      ->check(CLI::ExistingFile);
  command->add_option("--chromium", asked.serve.chromium,
                      "the browser that makes PDF files, or none; without it the usual places are tried");
  command->add_option("--pandoc", asked.serve.pandoc, "the program that makes Word files, or none; without it the usual places are tried");
  command
      ->add_option("--word-reference", asked.serve.word_reference,
                   "a Word file whose styles the reports in Word take: the council's own look")
      ->check(CLI::ExistingFile);
  ask_figures_memory(*command, asked.serve.figures_memory);
  command->add_option("--threads", asked.serve.threads, "threads that answer; 0: one a core");
  command->add_flag("!--no-page-memory", asked.serve.keep_pages, "render each page afresh (for measuring)");
  command->add_option("--smtp", asked.serve.smtp, "the mail server: smtps://mail.example:465 or smtp://mail.example:587");
  command->add_option("--smtp-user", asked.serve.smtp_user, "the name to sign in there");
  command->add_option("--smtp-password-file", asked.serve.smtp_password_file, "a file whose first line is the password");
  command->add_option("--smtp-ca-file", asked.serve.smtp_ca_file,
                      "certificates of those who vouch for the mail server, when the machine does not know them");
  command->add_option("--mail-from", asked.serve.mail_from, "the address that letters come from");
  command->add_option(
      "--lg-inform", asked.serve.lg_inform,
      "where LG Inform Plus is asked, when it is reached through a gateway of the council's own: https://gateway.council.example");
  command->callback([&] { code = serve_command(asked.serve); });
}

void describe_run_due(CLI::App& all, Asked& asked, int& code) {
  auto& options = asked.run_due;
  auto* command = all.add_subcommand("run-due", "do once what has fallen due: reminders, runs, letters, published figures");
  ask_place(*command, options.place);
  command->add_option("--clock", options.clock, "as if it were this moment, such as 2025-11-24T09:00:00Z");
  command->add_option("--address", options.address, "how people reach the server, for links in mail");
  command->add_option("--smtp", options.mail.smtp, "the mail server: smtps://mail.example:465 or smtp://mail.example:587");
  command->add_option("--smtp-user", options.mail.user, "the name to sign in there");
  command->add_option("--smtp-password-file", options.mail.password_file, "a file whose first line is the password");
  command->add_option("--smtp-ca-file", options.mail.ca_file,
                      "certificates of those who vouch for the mail server, when the machine does not know them");
  command->add_option("--mail-from", options.mail.from, "the address that letters come from");
  command->add_option(
      "--lg-inform", options.lg_inform,
      "where LG Inform Plus is asked, when it is reached through a gateway of the council's own: https://gateway.council.example");
  command->callback([&] { code = run_due_command(options); });
}

void describe_files(CLI::App& all, Asked& asked, int& code) {
  auto* in = all.add_subcommand("import", "bring in a workbook, its sheets as CSV, or tidy published CSV");
  ask_place(*in, asked.import.place);
  in->add_option("FILE", asked.import.files, "files to bring in, together")->required();
  in->add_option("--area", asked.import.area, "the council's own GSS code, for tidy published CSV");
  in->add_option("--clock", asked.import.clock, "the moment at which it counts as brought in, such as 2025-06-30T12:00:00Z");
  in->add_flag("--dry-run", asked.import.dry_run, "say what would change and save nothing");
  in->callback([&] { code = import_command(asked.import); });

  auto* out = all.add_subcommand("export", "write everything to a workbook, CSV files or JSON");
  ask_place(*out, asked.export_.place);
  out->add_option("--as", asked.export_.as, "csv, xlsx or json")->required()->check(CLI::IsMember({"csv", "xlsx", "json"}));
  out->add_option("--as-at", asked.export_.as_at, "as it was known at this moment, such as 2025-07-31");
  out->add_option("OUT", asked.export_.out, "the file, or for csv the folder, to write; empty: standard output");
  out->callback([&] { code = export_command(asked.export_); });
}

void describe_boundaries(CLI::App& all, Asked& asked, int& code) {
  auto& options = asked.boundaries;
  auto* command = all.add_subcommand("boundaries", "bring in a GeoJSON or TopoJSON file of boundaries, for maps");
  ask_place(*command, options.place);
  command->add_option("FILE", options.file, "the file")->required()->check(CLI::ExistingFile);
  command->add_option("--name", options.name, "a name that stays, such as \"Districts of the UK\"")->required();
  command->add_option("--licence", options.licence, "under which licence they may be used")->required();
  command->add_option("--source", options.source, "where they come from");
  command->add_option("--dated", options.dated, "the day whose boundaries they are, such as 2024-05-01");
  command->add_option("--layer", options.layer, "of a TopoJSON with several; otherwise the one with most codes of the register");
  command->add_flag("--dry-run", options.dry_run, "say what would be kept and save nothing");
  command->callback([&] { code = boundaries_command(options); });
}

void describe_published(CLI::App& all, Asked& asked, int& code) {
  auto& options = asked.published;
  auto* command = all.add_subcommand("published", "bring in a CSV file of published figures, of any size");
  ask_place(*command, options.place);
  command->add_option("FILE", options.path, "the file, also packed as .csv.gz")->required()->check(CLI::ExistingFile);
  command->add_option("--name", options.said.data_set, "a name that stays, such as \"Waste and recycling\"")->required();
  command->add_option("--licence", options.said.licence, "under which licence the figures may be used")->required();
  command->add_option("--publisher", options.said.publisher, "who publishes it");
  command->add_option("--published-on", options.said.published, "a day such as 2025-07-31");
  command->add_option("--years", options.said.years, "what a year written as one number is: calendar, financial or academic");
  command->add_option("--period", options.said.period, "of the whole file, where it names none: 2019 or 2024/25");
  command->add_option("--dictionary", options.dictionary, "the publisher's dictionary of measures")->check(CLI::ExistingFile);
  command->add_flag("--dry-run", options.dry_run, "say what would be kept and save nothing");
  ask_figures_memory(*command, options.memory);
  command->callback([&] { code = published_command(options); });
}

void describe_assess(CLI::App& all, Asked& asked, int& code) {
  auto* command = all.add_subcommand("assess", "the arithmetic of every judgement, for analysts: CSV in, CSV out");
  command->add_option("RULE", asked.assess.rule, assess::assess_words())->required();
  command->add_option("--measures,--indicators", asked.assess.measures, "for aggregate: the file of definitions");
  command->add_option("--as-at", asked.assess.as_at, "for revisions: dates to look back from")->delimiter(',');
  command->add_option("--series", asked.assess.series, "for spc: the file of series, with what each is judged by");
  command->add_flag("--summary", asked.assess.summary, "for spc: one line for a series, not one for a point");
  command->add_option("--reference", asked.assess.reference, "for isratio and israte: the reference's age bands");
  command->add_option("--kind", asked.assess.kind, "for funnel: proportion, rate or ratio");
  command->add_flag("--curve", asked.assess.curve, "for funnel: its limits as curves, not its places");
  command->add_option("--mapping", asked.assess.mapping, "for merge: the file that says which council went where");
  command->add_option("--successor", asked.assess.successor, "for merge: one council’s past, as rows of the sheet Figures to bring in");
  command->add_option("--weights", asked.assess.weights, "for neighbours: the file that says what each feature weighs")
      ->check(CLI::ExistingFile);
  command->add_option("--method", asked.assess.method, "for forecast: one method alone");
  command->callback([&] { code = assess::assess_command(asked.assess, std::cin, std::cout, std::cerr); });
}

void describe_data(CLI::App& all, Asked& asked, int& code) {
  auto* demo = all.add_subcommand("demo", "make the demo council, Ambleford");
  ask_place(*demo, asked.place);
  demo->callback([&] { code = demo_command(asked.place); });

  auto* first = all.add_subcommand("first-link", "print the link for the first administrator, while nobody can sign in");
  ask_place(*first, asked.place);
  first->callback([&] { code = first_link_command(asked.place.folder, asked.place.database); });

  auto* check = all.add_subcommand("check", "check everything stored; lists what is wrong");
  ask_place(*check, asked.place);
  check->callback([&] { code = check_command(asked.place); });

  auto* erase = all.add_subcommand("erase", "erase personal data that has been kept long enough; the chain of records still holds");
  ask_place(*erase, asked.erase.place);
  erase->add_option("--before", asked.erase.before, "what is older than this day, such as 2019-04-01; otherwise by the council's settings");
  erase->add_flag("--dry-run", asked.erase.dry_run, "say what would be erased and erase nothing");
  erase->callback([&] { code = erase_command(asked.erase); });
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App all("Goldenthread: how a council's plan is doing, and why");
  all.require_subcommand(1);
  Asked asked;
  int code = 0;
  describe_data(all, asked, code);
  describe_serve(all, asked, code);
  describe_run_due(all, asked, code);
  describe_files(all, asked, code);
  describe_boundaries(all, asked, code);
  describe_published(all, asked, code);
  describe_assess(all, asked, code);

  try {
    all.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return all.exit(wrong) == 0 ? 0 : 2;
  } catch (const std::exception& failure) {
    std::cerr << "goldenthread: " << failure.what() << "\n";
    return 1;
  }
  return code;
}

}  // namespace app
