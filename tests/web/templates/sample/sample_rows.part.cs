<ul><?cs each:row = Rows ?><li><?cs var:row.name ?></li><?cs /each ?></ul>
