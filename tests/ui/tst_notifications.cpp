// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications and settings of the desktop, over a bus of the test's own on which it is the server of the desktop.
#include "core/schedule/scheduler.h"
#include "core/schema/language.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"

#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#ifdef KARTOTEKA_DBUS
#include "app/desktop/desktop_look.h"
#include "app/desktop/freedesktop_bubbles.h"
#include "app/desktop/taskbar_badge.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#endif

using namespace Kartoteka;

#ifdef KARTOTEKA_DBUS

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

/// What was to be shown.
struct Note
{
    uint number = 0;
    QString title;
    QString text;
    QStringList acts;
};

} // namespace

/// The server of a desktop, as the specification of notifications has it.
class NotificationServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
    QList<Note> notes;  ///< that stand
    int told = 0;       ///< all that ever came
    QList<uint> closed; ///< those that were taken back

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities() { return capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                             const QStringList &acts, const QVariantMap &, int)
    {
        notes.removeIf([replaces](const Note &note) { return note.number == replaces; });
        notes.append({replaces != 0 ? replaces : ++m_last, title, text, acts});
        ++told;
        return notes.constLast().number;
    }
    Q_SCRIPTABLE void CloseNotification(uint number)
    {
        notes.removeIf([number](const Note &note) { return note.number == number; });
        closed << number;
        emit NotificationClosed(number, 3);
    }

signals:
    Q_SCRIPTABLE void ActionInvoked(uint number, const QString &act);
    Q_SCRIPTABLE void NotificationClosed(uint number, uint reason);

private:
    uint m_last = 0;
};

using SettingGroups = QMap<QString, QVariantMap>;

/// The portal of a desktop for its settings. It answers from the thread of the window: who waits for it gets nothing.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    SettingGroups groups;

public slots:
    Q_SCRIPTABLE SettingGroups ReadAll(const QStringList &) { return groups; }

signals:
    Q_SCRIPTABLE void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// What a task bar hears; 0: it shows no number.
class LauncherListener : public QObject
{
    Q_OBJECT
public:
    QList<int> shown;
    QString program;
public slots:
    void update(const QString &uri, const QVariantMap &properties)
    {
        program = uri;
        shown << (properties[u"count-visible"_s].toBool() ? properties[u"count"_s].toInt() : 0);
    }
};

class TestNotifications : public QObject
{
    Q_OBJECT

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<NotificationServer> m_server;
    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<ReminderDesk> m_desk;

    Store &store() { return m_office->store(); }
    qint64 now() { return m_office->clock().now(); }
    qint64 plan(const QString &title, qint64 deadline)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.deadline = deadline;
        draft.reminders = u"0"_s;
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        const auto receipt = store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    QDBusConnection server() { return QDBusConnection::connectToBus(m_address, u"server"_s); }
    void serve()
    {
        QDBusConnection bus = server();
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, m_server.get(),
                                   QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }
    void remind()
    {
        m_desk = std::make_unique<ReminderDesk>(
            store(), std::make_unique<FreedesktopBubbles>(QDBusConnection::connectToBus(m_address, u"program"_s)));
        QTRY_VERIFY(m_desk->bubbles()->isAvailable());
    }
    void pass(qint64 ms)
    {
        m_office->clock().advance(ms);
        Scheduler::of(store()).wake();
    }
    /// What python3-dbusmock saw of a method of the daemon of notifications that it plays.
    QList<QVariantList> seenByMock(const QString &method)
    {
        QDBusMessage ask = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                          u"/org/freedesktop/Notifications"_s,
                                                          u"org.freedesktop.DBus.Mock"_s, u"GetMethodCalls"_s);
        ask << method;
        QList<QVariantList> calls;
        const auto told = server().call(ask).arguments().value(0).value<QDBusArgument>();
        if (told.currentType() != QDBusArgument::ArrayType)
            return calls;
        told.beginArray();
        while (!told.atEnd()) {
            quint64 at = 0;
            QVariantList values;
            told.beginStructure();
            told >> at >> values;
            told.endStructure();
            calls << values;
        }
        told.endArray();
        return calls;
    }
    bool isDone(qint64 id) { return readActivity(store().reader(), id)->done; }

private slots:
    void initTestCase()
    {
        installLanguage(u"en"_s);
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("there is no dbus-daemon");
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(m_daemon.waitForReadyRead());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    void cleanupTestCase()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_office->folder());
        QSettings().clear();
        m_server = std::make_unique<NotificationServer>();
    }
    void cleanup()
    {
        m_desk.reset();
        m_office.reset();
        server().unregisterObject(u"/org/freedesktop/Notifications"_s);
        server().unregisterService(u"org.freedesktop.Notifications"_s);
        m_server.reset();
        QDBusConnection::disconnectFromBus(u"program"_s);
        QDBusConnection::disconnectFromBus(u"server"_s);
    }

    void theDesktopSaysHowProgramsLook()
    {
        const QString appearance = u"org.freedesktop.appearance"_s;
        qDBusRegisterMetaType<SettingGroups>();
        SettingsPortal portal;
        portal.groups = {{appearance, {{u"color-scheme"_s, 1U}, {u"contrast"_s, 0U}}},
                         {u"org.gnome.desktop.interface"_s, {{u"enable-animations"_s, false}}}};
        QDBusConnection bus = server();
        QVERIFY(
            bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        DesktopLook look(QDBusConnection::connectToBus(m_address, u"program"_s));
        QCOMPARE(look.look(), SystemLook()); // it does not wait
        QTRY_COMPARE(look.look(), (SystemLook{true, std::nullopt, true}));
        bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
        bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    }

    void whatTheDesktopChangesIsHeard()
    {
        const QString appearance = u"org.freedesktop.appearance"_s;
        SettingsPortal portal;
        QDBusConnection bus = server();
        QVERIFY(
            bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        DesktopLook look(QDBusConnection::connectToBus(m_address, u"program"_s));
        QSignalSpy changed(&look, &DesktopLook::changed);
        emit portal.SettingChanged(appearance, u"color-scheme"_s, QDBusVariant(2U));
        emit portal.SettingChanged(appearance, u"contrast"_s, QDBusVariant(1U));
        QTRY_COMPARE(look.look(), (SystemLook{false, true, false}));
        QCOMPARE(changed.size(), 2);
        bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
        bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    }

    void withoutAPortalNothingIsSaid()
    {
        const DesktopLook look(QDBusConnection::connectToBus(m_address, u"program"_s));
        QCOMPARE(look.look(), SystemLook());
    }

    void oneIsToldWithWhatCanBeDone()
    {
        serve();
        const qint64 call = plan(u"Call <Anna> & Co"_s, now() + hour);
        remind();
        QSignalSpy wanted(m_desk.get(), &ReminderDesk::openWanted);
        pass(hour);
        QTRY_COMPARE(m_server->notes.size(), 1);
        QCOMPARE(m_server->notes[0].title, u"Call <Anna> & Co"_s);
        QCOMPARE(m_server->notes[0].text, u"now"_s);
        QCOMPARE(m_server->notes[0].acts,
                 (QStringList{u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"done"_s, u"Done"_s, u"snooze"_s,
                              u"In 15 minutes"_s}));
        // The window of the program has its number by now.
        QTRY_VERIFY(m_desk->window()->isVisible());
        QTest::qWait(0);
        emit m_server->ActionInvoked(m_server->notes[0].number, u"default"_s);
        QTRY_COMPARE(wanted.size(), 1);
        emit m_server->ActionInvoked(m_server->notes[0].number, u"done"_s);
        QTRY_VERIFY(isDone(call));
        // What is done is not told of any more.
        QTRY_COMPARE(m_server->notes.size(), 0);
        QCOMPARE(m_server->closed.size(), 1);
    }

    void putOffItGoesAndComesAgain()
    {
        serve();
        plan(u"Call"_s, now() + hour);
        remind();
        pass(hour);
        QTRY_COMPARE(m_server->notes.size(), 1);
        emit m_server->ActionInvoked(m_server->notes[0].number, u"snooze"_s);
        QTRY_COMPARE(m_server->notes.size(), 0);
        QTRY_VERIFY(m_desk->model().rows().isEmpty());
        pass(15 * minute);
        QTRY_COMPARE(m_server->notes.size(), 1);
        QCOMPARE(m_server->told, 2);
    }

    void whatIsNotTrueAnyMoreIsTakenBack()
    {
        serve();
        const qint64 call = plan(u"Call"_s, now() + hour);
        const qint64 visit = plan(u"Visit"_s, now() + hour);
        remind();
        pass(hour);
        QTRY_COMPARE(m_server->notes.size(), 2);
        QVERIFY(store().commitAndWait(planDeleteActivity(*readActivity(store().reader(), call), now())));
        QTRY_COMPARE(m_server->notes.size(), 1);
        QVERIFY(store().commitAndWait(*planReschedule(*readActivity(store().reader(), visit), now() + hour)));
        QTRY_COMPARE(m_server->notes.size(), 0);
    }

    void manyAreToldAsOne()
    {
        serve();
        for (int i = 0; i < 7; ++i)
            plan(u"Missed %1"_s.arg(i), now() - minute);
        remind();
        QTRY_COMPARE(m_server->notes.size(), 1);
        QCOMPARE(m_server->notes[0].title, u"While you were away: 7"_s);
        QVERIFY(!m_server->notes[0].acts.contains(u"done"_s));
        QCOMPARE(m_server->told, 1);
        for (int i = 0; i < 1000; ++i)
            plan(u"At once %1"_s.arg(i), now() + hour);
        pass(hour);
        QTRY_COMPARE(m_server->told, 2);
        QCOMPARE(m_server->notes.size(), 1); // in the place of the first one
        QCOMPARE(m_server->notes[0].title, u"1000 reminders"_s);
        QVERIFY(m_server->notes[0].text.endsWith(u"…"));
    }

    /// The number on the button of the task bar, as a program that listens gets it.
    void theTaskbarShowsHowMuchWaits()
    {
        LauncherListener listener;
        QDBusConnection bus = server();
        QVERIFY(bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &listener,
                            SLOT(update(QString, QVariantMap))));
        {
            TaskbarBadge badge(QDBusConnection::connectToBus(m_address, u"program"_s));
            badge.show(3);
            badge.show(3);
            QTRY_COMPARE(listener.shown, QList<int>{3});
        }
        QTRY_COMPARE(listener.shown, (QList<int>{3, 0})); // it goes with the program
        QCOMPARE(listener.program, u"application://kartoteka.desktop"_s);
    }

    /// A daemon that others wrote sees the bubble, its acts, and that it is taken back.
    void theDaemonOfOthersSeesThemToo()
    {
        QString python;
        for (const QString &one : {u"python3"_s, u"/usr/bin/python3"_s}) { // the first one may be another than the system's
            if (python.isEmpty() && QProcess::execute(one, {u"-c"_s, u"import dbusmock"_s}) == 0)
                python = one;
        }
        if (python.isEmpty())
            QSKIP("python3 has no dbusmock");
        QProcess mock;
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
        mock.setProcessEnvironment(surroundings);
        mock.setStandardOutputFile(QProcess::nullDevice());
        mock.start(python,
                   {u"-m"_s, u"dbusmock"_s, u"--session"_s, u"--template"_s, u"notification_daemon"_s, u"--parameters"_s,
                    u"{\"capabilities\": \"body actions\"}"_s});
        QVERIFY(mock.waitForStarted());
        remind(); // waits until it is there
        const qint64 call = plan(u"Call"_s, now() + hour);
        pass(hour);
        QTRY_COMPARE(seenByMock(u"Notify"_s).size(), 1);
        const QVariantList told = seenByMock(u"Notify"_s).constFirst();
        QCOMPARE(told.value(3).toString(), u"Call"_s);
        const QStringList acts = told.value(5).toStringList();
        for (const QString &act : {u"open"_s, u"done"_s, u"snooze"_s})
            QVERIFY(acts.contains(act));
        QTRY_VERIFY(m_desk->window()->isVisible()); // the program has the number by now
        QDBusMessage press = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                            u"/org/freedesktop/Notifications"_s,
                                                            u"org.freedesktop.DBus.Mock"_s, u"EmitSignal"_s);
        press << u"org.freedesktop.Notifications"_s << u"ActionInvoked"_s << u"us"_s << QVariantList{1U, u"done"_s};
        QTRY_VERIFY((server().call(press), isDone(call)));
        QTRY_COMPARE(seenByMock(u"CloseNotification"_s).size(), 1);
        mock.terminate();
        QVERIFY(mock.waitForFinished());
    }

    void aDesktopWithoutButtonsGetsNone()
    {
        m_server->capabilities = {u"body"_s};
        serve();
        plan(u"Call"_s, now() + hour);
        remind();
        QVERIFY(!m_desk->bubbles()->offersActs());
        pass(hour);
        QTRY_COMPARE(m_server->notes.size(), 1);
        QVERIFY(m_server->notes[0].acts.isEmpty());
    }

    void aServerThatComesLaterIsFound()
    {
        m_desk = std::make_unique<ReminderDesk>(
            store(), std::make_unique<FreedesktopBubbles>(QDBusConnection::connectToBus(m_address, u"program"_s)));
        QSignalSpy changed(m_desk.get(), &ReminderDesk::availabilityChanged);
        QVERIFY(changed.wait(patienceMs));
        QVERIFY(!m_desk->bubbles()->isAvailable());
        serve();
        QTRY_VERIFY(m_desk->bubbles()->isAvailable());
        plan(u"Call"_s, now() + hour);
        pass(hour);
        QTRY_COMPARE(m_server->notes.size(), 1);
    }

    void whoWantsNoneGetsTheWindowAlone()
    {
        serve();
        QSettings().setValue(u"reminders/bubbles"_s, u"no"_s);
        plan(u"Call"_s, now() + hour);
        remind();
        pass(hour);
        QTRY_VERIFY(m_desk->window()->isVisible());
        QCOMPARE(m_server->told, 0);
        m_desk.reset();
        QSettings().setValue(u"reminders/bubbles"_s, u"yes"_s);
        QSettings().setValue(u"reminders/window"_s, u"no"_s);
        plan(u"Visit"_s, now() + hour);
        remind();
        pass(hour);
        QTRY_COMPARE(m_server->told, 1);
        QVERIFY(!m_desk->window()->isVisible());
    }
};

#else

/// Built without D-Bus there are no notifications of the desktop.
class TestNotifications : public QObject
{
    Q_OBJECT
private slots:
    void areNotThere() { QSKIP("built without D-Bus"); }
};

#endif

KARTOTEKA_UI_TEST(tst_notifications, TestNotifications)

#include "tst_notifications.moc"
