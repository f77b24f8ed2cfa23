// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a card beside its fields: whose it is and in what order, the files, and what is begun first.
#include "core/activities/activity.h"
#include "core/clients/clients.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/timeline/timeline.h"
#include "tests/support/call_menu.h"
#include "tests/support/card_test.h"
#include "tests/support/ui_test.h"
#include "views/card/client_block.h"
#include "views/card/composer.h"
#include "views/card/field_row.h"
#include "views/card/timeline_view.h"
#include "views/widgets/drop_line.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace Kartoteka;

class TestCardParts final : public CardTest
{
    Q_OBJECT

    Value companies(qint64 id) { return toValue(Members{{.text = {}, .label = {}, .ref = {0, id, {}}, .key = {}}}); }
    qint64 contact(const QString &name, qint64 company = 0)
    {
        return m_office->create(u"contact"_s,
                                {{u"last_name"_s, name}, {u"companies"_s, company == 0 ? Value() : companies(company)}});
    }
    QList<qint64> people(qint64 lead)
    {
        QList<qint64> ids;
        for (const ItemRef &ref : clientsIn(*store().schema(), item(u"lead"_s, lead)).contacts)
            ids << ref.id;
        return ids;
    }
    /// Of a client, as it is shown now.
    ClientBlock *block(qint64 id)
    {
        for (ClientBlock *one : card().findChildren<ClientBlock *>()) {
            if (one->isVisible() && one->client() == ItemRef{typeId(u"contact"_s), id, {}})
                return one;
        }
        return nullptr;
    }
    QWidget *name(qint64 id) { return block(id) ? block(id)->findChild<QWidget *>(u"clientName"_s) : nullptr; }
    /// The clients as they stand, from top to bottom.
    QList<qint64> shown()
    {
        QList<ClientBlock *> blocks = card().findChildren<ClientBlock *>();
        blocks.removeIf([](const ClientBlock *one) { return !one->isVisible(); });
        std::ranges::sort(blocks, {}, [](const ClientBlock *one) { return one->y(); });
        QList<qint64> ids;
        for (const ClientBlock *one : std::as_const(blocks))
            ids << one->client().id;
        return ids;
    }
    QStringList pills()
    {
        QList<QToolButton *> all = card().composer()->findChildren<QToolButton *>();
        all.removeIf([](const QToolButton *one) { return !one->isVisible() || !one->property("kind").isValid(); });
        std::ranges::sort(all, {}, [](const QToolButton *one) { return std::pair(one->y(), one->x()); });
        QStringList codes;
        for (const QToolButton *one : std::as_const(all))
            codes << one->property("kind").toString();
        return codes;
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    void theHeadSaysHowAClientWasRecognised()
    {
        const QString phone = u"+7 912 345-67-89"_s;
        const Value numbers = toValue(Members{{.text = phone, .label = {}, .ref = {}, .key = {}}});
        m_office->create(u"contact"_s, {{u"last_name"_s, u"Adams"_s}, {u"phone"_s, numbers}});
        const qint64 known = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"phone"_s, numbers}});
        const qint64 named = m_office->create(u"lead"_s,
                                              {{u"title"_s, u"Gate"_s}, {u"client_contact"_s, contact(u"Brown"_s)}});
        const auto isRepeat = [this](qint64 lead) { return m_office->item(u"lead"_s, lead).value(u"repeat"_s).toBool(); };
        QTRY_VERIFY(isRepeat(known) && isRepeat(named));
        open(u"lead"_s, known);
        auto *about = part<QLabel>(u"cardKind"_s);
        QTRY_VERIFY2(about->text().endsWith(u" · repeat: the same phone"), qPrintable(about->text()));
        open(u"lead"_s, named);
        QTRY_VERIFY2(about->text().endsWith(u" · repeat"), qPrintable(about->text()));
        QVERIFY2(about->text().contains(u" in the stage"), qPrintable(about->text()));
    }

    void oneFieldIsSavedByTheKey()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"comment"_s, u"Call"_s}});
        open(u"lead"_s, lead);
        FieldRow *row = form().row(u"comment"_s);
        row->setFocus();
        Person::press(row, Qt::Key_Return);
        QTRY_VERIFY(row->isEditing());
        Person::press(QApplication::focusWidget(), Qt::Key_End);
        Person::type(QApplication::focusWidget(), u" back"_s);
        person().shortcut(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(item(u"lead"_s, lead).text(u"comment"_s), u"Call back"_s);
        QTRY_VERIFY(!row->isEditing());
    }

    void anEditThatIsGivenUpShowsWhatStandsMeanwhile()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"comment"_s, u"Call"_s}});
        open(u"lead"_s, lead);
        FieldRow *row = form().row(u"comment"_s);
        row->beginEdit();
        auto *input = part<QWidget>(u"input_comment"_s);
        Person::type(input, u"mine"_s);
        ChangeSet other = ChangeSet::of(u"edit"_s, {});
        other.update(u"lead"_s, lead, {{u"comment"_s, u"theirs"_s}});
        QVERIFY(store().commitAndWait(other));
        QTRY_VERIFY(part<QLabel>(u"meanwhile_comment"_s)->isVisible());
        Person::press(input, Qt::Key_Escape);
        QTRY_VERIFY(!row->isEditing());
        QCOMPARE(row->value(), Value(u"theirs"_s));
    }

    void theContactsOfACompanyAreTicked()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 anna = contact(u"Adams"_s, acme);
        const qint64 boris = contact(u"Brown"_s, acme);
        const qint64 clara = contact(u"Clark"_s, acme);
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_contact"_s, boris}});
        open(u"lead"_s, lead);
        auto *line = part<QLineEdit>(u"clientSearch"_s);
        line->setFocus();
        Person::type(line, u"Acme"_s);
        QAbstractItemView *found = line->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(found->isVisible() && found->model()->rowCount() > 0);
        found->setCurrentIndex(found->model()->index(0, 0));
        Person::press(found, Qt::Key_Return);
        auto *list = part<QListWidget>(u"contactTicksList"_s);
        QTRY_VERIFY(isSeen(list) && list->count() == 2); // who is the client already is not offered
        QVERIFY(!part(u"contactTicksAdd"_s)->isEnabled());
        // One by its row, one by its key.
        Person::click(list->viewport(), list->visualItemRect(list->item(0)).center());
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        list->setFocus();
        Person::press(list, Qt::Key_Down);
        Person::press(list, Qt::Key_Space);
        QCOMPARE(list->item(1)->checkState(), Qt::Checked);
        Person::settle();
        picture(m_window.get(), u"ticks"_s);
        Person::press(list, Qt::Key_Return);
        QTRY_COMPARE(people(lead).size(), 3);
        QCOMPARE(people(lead).first(), boris);
        QVERIFY(people(lead).contains(anna) && people(lead).contains(clara));
        QTRY_VERIFY(!isSeen(list));
        // All of them in one act.
        QVERIFY(store().undo().result());
        QTRY_COMPARE(people(lead), QList<qint64>{boris});
    }

    void contactsAreOrderedByDragByKeysAndByTheirMenu()
    {
        const qint64 anna = contact(u"Adams"_s);
        const qint64 boris = contact(u"Brown"_s);
        const qint64 clara = contact(u"Clark"_s);
        const Value others = toValue(Members{{.text = {}, .label = {}, .ref = {0, boris, {}}, .key = {}},
                                             {.text = {}, .label = {}, .ref = {0, clara, {}}, .key = {}}});
        const qint64 lead = m_office->create(
            u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_contact"_s, anna}, {u"contacts"_s, others}});
        open(u"lead"_s, lead);
        QTRY_COMPARE(shown(), (QList<qint64>{anna, boris, clara}));
        const QPoint top = block(anna)->mapToGlobal(QPoint(block(anna)->width() / 2, 1));
        dragRow(block(clara), top, [this] {
            Person::settle();
            picture(m_window.get(), u"drag-client"_s);
        });
        QTRY_COMPARE(people(lead), (QList<qint64>{clara, anna, boris}));
        QTRY_COMPARE(shown(), (QList<qint64>{clara, anna, boris}));
        // By keys; the person goes on with whom they moved.
        name(boris)->setFocus();
        Person::press(name(boris), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(shown(), (QList<qint64>{clara, boris, anna}));
        QTRY_VERIFY(name(boris) && name(boris)->hasFocus());
        Person::press(name(boris), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shown(), (QList<qint64>{boris, clara, anna}));
        QTRY_VERIFY(name(boris) && name(boris)->hasFocus());
        // The card does not go to its neighbour by the same keys.
        QCOMPARE(card().item().id, lead);
        Person::whenNamed(u"clientMenu"_s, [](QWidget *menu) {
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        callMenu(block(anna), block(anna)->rect().center());
        QTRY_COMPARE(people(lead), (QList<qint64>{anna, boris, clara}));
    }

    void aContactThatIsGoneIsLetGoOf()
    {
        const qint64 anna = contact(u"Adams"_s);
        const qint64 boris = contact(u"Brown"_s);
        const Value other = toValue(Members{{.text = {}, .label = {}, .ref = {0, boris, {}}, .key = {}}});
        const qint64 lead = m_office->create(
            u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_contact"_s, anna}, {u"contacts"_s, other}});
        open(u"lead"_s, lead);
        QTRY_COMPARE(shown(), (QList<qint64>{anna, boris}));
        const QPointer<ClientBlock> held = block(boris);
        QTest::mousePress(held, Qt::LeftButton, Qt::NoModifier, held->rect().center());
        const QPoint at = block(anna)->mapToGlobal(QPoint(block(anna)->width() / 2, 1));
        QMouseEvent move(QEvent::MouseMove, held->mapFromGlobal(at), at, Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(held, &move);
        const auto isLineSeen = [this] {
            const QList<QWidget *> all = card().findChildren<QWidget *>();
            return std::ranges::any_of(all, [](QWidget *one) { return dynamic_cast<DropLine *>(one) && one->isVisible(); });
        };
        QVERIFY(isLineSeen());
        // Meanwhile somebody takes it out of the item.
        const Item before = item(u"lead"_s, lead);
        QVERIFY(store().commitAndWait(
            planEdit(*store().schema(), before,
                     {{u"contacts"_s, toValue(Members{{.text = {}, .label = {}, .ref = {0, anna, {}}, .key = {}}})}})));
        QTRY_COMPARE(shown(), QList<qint64>{anna});
        QTRY_VERIFY(!held);
        QVERIFY(!isLineSeen());
    }

    void whatALinkLedToLeadsBack()
    {
        const qint64 anna = contact(u"Adams"_s);
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_contact"_s, anna}});
        open(u"lead"_s, lead);
        const auto isAt = [this](const QString &type, qint64 id) { return card().item() == ItemRef{typeId(type), id, {}}; };
        const auto back = [this] { return part(u"cardBack"_s); };
        QVERIFY(!back()->isVisible());
        QTRY_VERIFY(name(anna));
        Person::click(name(anna));
        QTRY_VERIFY(isAt(u"contact"_s, anna));
        QTRY_VERIFY(back()->isVisible() && back()->toolTip().contains(u"Fence"_s));
        Person::click(back());
        QTRY_VERIFY(isAt(u"lead"_s, lead));
        QVERIFY(!back()->isVisible());
        QTRY_VERIFY(name(anna));
        Person::click(name(anna));
        QTRY_VERIFY(isAt(u"contact"_s, anna));
        Person::press(&card(), Qt::Key_Escape);
        QTRY_VERIFY(isAt(u"lead"_s, lead));
        QVERIFY(card().isVisible());
        Person::press(&card(), Qt::Key_Escape); // it came from the board
        QTRY_VERIFY(!isSeen(&card()));
    }

    void aWordWithoutSpacesIsShownWhole()
    {
        const QString mail = u"konstantin.voskresensky@far-eastern-engineering.example.org"_s;
        const QString work = u"Constantinopolitan-and-Transdnieprian works"_s;
        const qint64 lead = m_office->create(
            u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"email"_s, textMembers({mail})}, {u"company_title"_s, work}});
        open(u"lead"_s, lead);
        const auto said = [this](const QString &field) {
            QString text;
            for (const QLabel *label : form().row(field)->findChildren<QLabel *>())
                text += label->text() + u'\n';
            return text.remove(QChar(0x200b)); // where a line may end
        };
        QVERIFY2(said(u"email"_s).contains(u'>' + mail), qPrintable(said(u"email"_s)));
        QVERIFY2(said(u"company_title"_s).contains(work), qPrintable(said(u"company_title"_s)));
    }

    void whatIsLinkedIsSaidAsItIsNow()
    {
        const qint64 anna = contact(u"Adams"_s);
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_contact"_s, anna}});
        const qint64 other = m_office->create(u"contact"_s, {{u"last_name"_s, u"Brown"_s}, {u"lead"_s, lead}});
        open(u"lead"_s, lead);
        QTRY_VERIFY(name(anna));
        commit(store(), planEdit(*store().schema(), item(u"contact"_s, anna), {{u"last_name"_s, u"Olsen"_s}}));
        QTRY_VERIFY(name(anna) && name(anna)->accessibleName().contains(u"Olsen"_s));
        open(u"contact"_s, other);
        const auto said = [this] {
            QString text;
            for (const QLabel *label : form().row(u"lead"_s)->findChildren<QLabel *>())
                text += label->text();
            return text;
        };
        QVERIFY2(said().contains(u"Fence"_s) && !said().contains(u"<s>"_s), qPrintable(said()));
        commit(store(), planDelete(*store().schema()->type(u"lead"_s), {lead}, u"Fence"_s, store().clock().now()));
        QTRY_VERIFY2(said().contains(u"<s>"_s), qPrintable(said()));
        QVERIFY(store().undo().result());
        QTRY_VERIFY2(!said().contains(u"<s>"_s), qPrintable(said()));
    }

    void theHeadCountsWhatIsDue()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        const ItemRef ref{m_office->typeId(u"lead"_s), lead, {}};
        const auto plan = [&ref](Store &at, const QString &title, int hours) {
            ActivityDraft draft;
            draft.title = title;
            draft.items = {ref};
            draft.deadline = at.clock().now() + hours * 3'600'000;
            commit(at, planActivity(*at.schema(), draft));
        };
        open(u"lead"_s, lead);
        plan(store(), u"Call"_s, 48); // by the clock of the window
        const auto counter = [this] { return part(u"cardLights"_s); };
        QTRY_VERIFY(card().timeline()->model()->rowCount() > 1);
        QVERIFY(!isSeen(counter()));
        plan(store(), u"Late"_s, -1);
        QTRY_VERIFY(isSeen(counter()));
        QCOMPARE(counter()->accessibleName(), u"Due: 1"_s);
        QVERIFY2(counter()->toolTip().contains(u"Late"_s), qPrintable(counter()->toolTip()));
        picture(m_window.get(), u"counter"_s);
        Person::click(counter());
        QVERIFY(card().timeline()->hasFocus());
        QCOMPARE(card().timeline()->currentIndex().data().toString(), u"Late"_s);
        Person::press(card().timeline(), Qt::Key_Space);
        QTRY_VERIFY(!isSeen(counter()));
    }

    void ofManyContactsTheFirstAreShown()
    {
        Members others;
        for (int i = 0; i < 40; ++i)
            others << Member{.text = {}, .label = {}, .ref = {0, contact(u"Person %1"_s.arg(i)), {}}, .key = {}};
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"contacts"_s, toValue(others)}});
        open(u"lead"_s, lead);
        QTRY_COMPARE(shown().size(), 5);
        picture(m_window.get(), u"many-clients"_s);
        Person::click(part(u"clientsMore"_s));
        QTRY_COMPARE(shown().size(), 40);
        // What is let go below the last one that is seen stands there, not behind those that are not.
        Person::click(part(u"clientsMore"_s));
        QTRY_COMPARE(shown().size(), 5);
        const qint64 first = shown().first();
        QWidget *last = block(shown().last());
        dragRow(block(first), last->mapToGlobal(QPoint(last->width() / 2, last->height() + 4)));
        QTRY_COMPARE(people(lead).indexOf(first), 4);
    }

    void aCompanyIsNotOfferedInAnotherOnesPlace()
    {
        const qint64 acme = m_office->create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 vector = m_office->create(u"company"_s, {{u"title"_s, u"Vector"_s}});
        contact(u"Adams"_s, acme);
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}, {u"client_company"_s, vector}});
        open(u"lead"_s, lead);
        auto *line = part<QLineEdit>(u"clientSearch"_s);
        line->setFocus();
        Person::type(line, u"Adams"_s);
        QAbstractItemView *found = line->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(found->isVisible() && found->model()->rowCount() > 0);
        found->setCurrentIndex(found->model()->index(0, 0));
        Person::press(found, Qt::Key_Return);
        QTRY_COMPARE(people(lead).size(), 1);
        Person::settle();
        QVERIFY(!isSeen(part(u"clientOffer"_s)));
        QCOMPARE(item(u"lead"_s, lead).reference(u"client_company"_s), vector);
    }

    /// It is nothing to keep: the card asks nothing, and opens again as if it had not been typed.
    void whatWasLookedForAndNotTakenIsGone()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        auto *line = part<QLineEdit>(u"clientSearch"_s);
        line->setFocus();
        Person::type(line, u"Nobody is called so"_s);
        QAbstractItemView *found = line->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(found->isVisible()); // it offers to make one
        Person::press(found, Qt::Key_Escape);
        Person::press(&card(), Qt::Key_Escape);
        QTRY_VERIFY(!isSeen(line));
        open(u"lead"_s, lead);
        QCOMPARE(line->text(), QString());
    }

    void theKindsOfTheComposerStandInAnOrderOfOnesOwn()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        card().composer()->startActivity();
        Person::settle(); // it is laid out
        QTRY_COMPARE(pills(), (QStringList{u"call"_s, u"meeting"_s, u"todo"_s, u"comment"_s}));
        auto *comment = part<QToolButton>(u"composerComment"_s);
        QWidget *first = part(u"composer_call"_s);
        dragRow(comment, first->mapToGlobal(QPoint(2, first->height() / 2)));
        QTRY_COMPARE(pills(), (QStringList{u"comment"_s, u"call"_s, u"meeting"_s, u"todo"_s}));
        Person::press(part(u"composer_call"_s), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(pills(), (QStringList{u"comment"_s, u"meeting"_s, u"call"_s, u"todo"_s}));
        // It is the person's, and begins with what stands first.
        Person::press(part(u"activityTitle"_s), Qt::Key_Escape);
        QTRY_VERIFY(isSeen(part(u"composerLine"_s)));
        Person::click(part(u"composerLine"_s));
        QTRY_VERIFY(isSeen(part(u"commentText"_s)));
        // One that is seldom used goes behind the last, and comes back.
        Person::whenNamed(u"composerKindMenu"_s, [](QWidget *menu) {
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Down);
            Person::press(menu, Qt::Key_Return);
        });
        callMenu(part(u"composer_meeting"_s), QPoint(4, 4));
        QTRY_COMPARE(pills(), (QStringList{u"comment"_s, u"call"_s, u"todo"_s}));
        QVERIFY(card().composer()->isVisible());
    }

    /// Nobody types a comment and finds that it became an activity.
    void whatIsBegunIsChosenBeforeItIsTyped()
    {
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        QVERIFY(part<QAbstractButton>(u"composerLine"_s)->text().contains(u"activity"_s));
        Person::click(part(u"composerOtherLine"_s));
        QTRY_VERIFY(isSeen(part(u"commentText"_s)));
        Person::type(part(u"commentText"_s), u"Budget agreed"_s);
        // It was meant as something else: what is typed goes along, and back.
        Person::click(part(u"composerActivity"_s));
        QTRY_VERIFY(isSeen(part(u"activityTitle"_s)));
        QCOMPARE(part<QLineEdit>(u"activityTitle"_s)->text(), u"Budget agreed"_s);
        Person::click(part(u"composerComment"_s));
        QTRY_VERIFY(isSeen(part(u"commentText"_s)));
        QVERIFY(part<QLineEdit>(u"activityTitle"_s)->text().isEmpty());
        Person::click(part(u"commentSave"_s));
        const auto isWritten = [&] {
            const auto page = readTimeline(store().reader(), {typeId(u"lead"_s), lead, {}}, {}, 10);
            return page && page->entries.constFirst().text == u"Budget agreed";
        };
        QTRY_VERIFY(isWritten());
        // What is looked for on a card is looked for in it, and not among the cards behind it.
        card().pages()->showPage(u"files"_s);
        Person::press(part(u"filesAdd"_s), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(isSeen(part(u"timelineFilter"_s)));
        QVERIFY(part(u"timelineFilter"_s)->findChild<QLineEdit *>()->hasFocus());
        const auto planned = plannedActivities(store().reader(), {typeId(u"lead"_s), lead, {}});
        QVERIFY(planned && planned->isEmpty());
    }

    void filesHaveATab()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"offer.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("42") == 2);
        file.close();
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}});
        open(u"lead"_s, lead);
        // By keys alone.
        part(u"composerLine"_s)->setFocus();
        for (int step = 0; step < 10 && card().pages()->shownPage() != u"files"_s; ++step)
            Person::press(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(card().pages()->shownPage(), u"files"_s);
        auto *table = part<QTableWidget>(u"filesTable"_s);
        QTRY_VERIFY(!isSeen(table));
        Person::chooseFile(path);
        Person::click(part(u"filesAdd"_s));
        QTRY_VERIFY(isSeen(table) && table->rowCount() == 1);
        QCOMPARE(table->item(0, 0)->text(), u"offer.txt"_s);
        QTRY_VERIFY(card().pages()->bar()->tabText(card().pages()->bar()->currentIndex()).contains(u"1"_s));
        picture(m_window.get(), u"files"_s);
        table->setCurrentCell(0, 0);
        table->setFocus();
        Person::press(table, Qt::Key_Delete);
        QTRY_COMPARE(table->rowCount(), 0);
        auto left = readAttachments(store().reader(), {typeId(u"lead"_s), lead, {}});
        QVERIFY(left && left->isEmpty());
    }
};

KARTOTEKA_UI_TEST(tst_card_parts, TestCardParts)
#include "tst_card_parts.moc"
