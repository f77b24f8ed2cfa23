// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QTextStream>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatOfBench = 3; ///< raised when what the bench writes changes

const QStringList &words(const QString &kind)
{
    static const QHash<QString, QStringList> lists{
        {u"what"_s,
         {u"Поставка"_s, u"Ремонт"_s, u"Аренда"_s, u"Обучение"_s, u"Монтаж"_s, u"Доставка"_s, u"Подбор"_s, u"Закупка"_s}},
        {u"of"_s,
         {u"оборудования"_s, u"станков"_s, u"мебели"_s, u"сервера"_s, u"ёлок"_s, u"окон"_s, u"кабеля"_s, u"насосов"_s}},
        {u"last"_s,
         {u"Иванов"_s, u"Щукин"_s, u"Ёлкин"_s, u"Соколов"_s, u"Кузнецов"_s, u"Орлов"_s, u"Жуков"_s, u"Абрамов"_s}},
        {u"first"_s, {u"Анна"_s, u"Олег"_s, u"Пётр"_s, u"Мария"_s, u"Юрий"_s, u"Ольга"_s, u"Фёдор"_s, u"Инна"_s}},
        {u"stage"_s,
         {u"Не обработан"_s, u"В работе"_s, u"В работе"_s, u"Обработан"_s, u"Качественный лид"_s, u"Некачественный лид"_s}},
        {u"source"_s, {u"Звонок"_s, u"Веб-сайт"_s, u"Реклама"_s, u"По рекомендации"_s}},
        {u"user"_s, {u"Дмитрий Орлов"_s, u"Emma Stone"_s, u"Светлана Жук"_s, u"Павел Лис"_s, u"Ирина Мак"_s}}};
    return *lists.constFind(kind);
}

} // namespace

QString benchCsv(const QString &folder, int rows)
{
    const QString path = QDir(folder).filePath(u"leads-%1-v%2.csv"_s.arg(rows).arg(formatOfBench));
    if (QFile::exists(path))
        return path;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    QTextStream out(&file);
    out << "Название лида;Стадия;Имя;Фамилия;Мобильный телефон;Рабочий e-mail;Название компании;Сумма;Источник;Ответственный;Дата создания\n";
    QRandomGenerator random(5);
    const auto pick = [&random](const QString &kind) { return words(kind)[random.bounded(int(words(kind).size()))]; };
    const QDateTime start(QDate(2024, 1, 1), QTime(9, 0));
    for (int i = 1; i <= rows; ++i) {
        out << pick(u"what"_s) << ' ' << pick(u"of"_s) << " №" << i << ';' << pick(u"stage"_s) << ';' << pick(u"first"_s)
            << ';' << pick(u"last"_s) << ";+7 9" << QString::number(10 + random.bounded(89)) << ' '
            << 100 + random.bounded(899) << '-' << 10 + random.bounded(89) << '-' << 10 + random.bounded(89) << ";client"
            << i << "@example.ru;ООО Компания " << random.bounded(rows / 5 + 1) << ';' << 1000 + random.bounded(900'000)
            << ';' << pick(u"source"_s) << ';' << pick(u"user"_s) << ';'
            << start.addSecs(i * 60LL).toString(u"dd.MM.yyyy HH:mm:ss"_s) << '\n';
    }
    return path;
}

} // namespace Kartoteka
