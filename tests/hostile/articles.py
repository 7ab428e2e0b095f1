"""Short articles that the hostile inputs are made of; all people are invented."""

from __future__ import annotations

ENGLISH = (
    "The port of Saint-Aubrac will stay closed until Friday, harbour master Odile Ferrand said on Monday.\n"
    "“We cannot see the second buoy, and I won’t guess where it is,” Ferrand told reporters. “Ask the fog.”\n"
    "Her deputy, Émile Quéré, denied that two trawlers had been let through. He said the café on the quay "
    "was open, though.\n"
    "According to the coastguard, fourteen ships are waiting outside.\n"
)

GERMAN = (
    "Die Stadtwerke Olsterfeld wollen das Freibad im kommenden Sommer doch öffnen. „Wir haben die Pumpe "
    "gefunden, die alle für verschollen hielten“, sagte Geschäftsführerin Wiebke Hasselkamp am Dienstag. "
    "Bürgermeister Jörn Tidemann erklärte, er habe daran nie gezweifelt. Die Opposition forderte, die "
    "Rechnung müsse vor der Sommerpause auf den Tisch. Ein Sprecher des Landes wollte sich nicht äußern.\n"
)

SPANISH = (
    "El ayuntamiento de Valdecorza aprobó el lunes el nuevo mercado por un solo voto. «No es un edificio, es "
    "una promesa con tejado», dijo la alcaldesa Remedios Anduaga tras la sesión. El concejal Isidro Peñalba "
    "negó que se hubiera ocultado el coste de la obra. Según los comerciantes, las ventas caerán un tercio "
    "durante los trabajos. «¿Quién va a comprar pescado entre andamios?», preguntó una vendedora.\n"
)

RUSSIAN = (
    "Паромная переправа через Верхнюю Шумку откроется не раньше мая, сообщила в среду администрация района. "
    "«Лёд ещё держит трактор, но человеку я бы не советовал», — сказал начальник пристани Тихон Желудев. "
    "Жительница деревни Пелагея Опушкина заявила, что хлеб привозят раз в неделю. По словам врачей, тяжёлых "
    "больных переправляют вертолётом. Новый паром обещают построить к осени.\n"
)

ARABIC = (
    "أعلنت بلدية وادي النعناع يوم الأحد أن السوق القديم سيعاد فتحه الأسبوع المقبل. وقال رئيس البلدية "
    "فارس البستنجي: «انتهينا من السقف، وبقي الدهان». وأضاف أن التجار لن يدفعوا الإيجار حتى نهاية العام. "
    "ونفت المهندسة رؤى الخزامي أن تكون الجدران متصدعة. وطالب التجار بتعويض عن أشهر الإغلاق.\n"
)

CHINESE = (
    "青溪县政府周二表示,老渡口将于下月重新开放。“木桥已经修好,只差栏杆,”工程负责人卢望舒说。"
    "当地居民季白榆告诉记者,她每天要绕行十公里。县里否认工程款被拖欠。据船工说,水位今年比往年低。\n"
)

BOILERPLATE = (
    "Read more: Ten harbours you have never heard of\n"
    "RELATED: Fog closes coastal road for third day\n"
    "Sign up for our morning newsletter\n"
    "Advertisement\n"
    "Photo: A trawler waits outside the breakwater. (Courtesy of the harbour office)\n"
    "Copyright 2020 The Breakwater Post. All rights reserved.\n"
    "Follow us on Facebook and Twitter\n"
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Port stays closed</title>
<meta property="article:published_time" content="2020-03-02T08:00:00+00:00">
<script>{scripts}</script><style>{styles}</style>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Port stays closed", [</script>
</head><body onload="alert('“loaded,” he said')">
<noscript>Please switch on JavaScript, said nobody.</noscript>
<nav><ul>{links}</ul></nav>
<article><h1>Port stays closed</h1>{paragraphs}</article>
<!-- <p>“A commented-out quote,” said the comment.</p> -->
<iframe srcdoc="&lt;p&gt;&ldquo;Framed,&rdquo; she said.&lt;/p&gt;"></iframe>
<script>document.write("<p>“Written by a script,” said the script.</p>")</script>
<footer><p>Copyright 2020 The Breakwater Post</p></footer></body></html>
"""
