// The proof of an incident, a window or news as a page of its own, for a printer or a PDF.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { incidentQuery, windowQuery } from '@/app/shared_queries';
import { useNoticeNames, useWindowNoticeNames } from '@/screens/incidents/notice_names';
import { oneNewsQuery } from '@/screens/news/data';
import { ProofPrint } from './proof_print';

const incidentRoute = getRouteApi('/inside/incidents/$id/proof');
const windowRoute = getRouteApi('/inside/windows/$id/proof');
const newsRoute = getRouteApi('/inside/news/$id/proof');

export function IncidentProofScreen() {
  const { id } = incidentRoute.useParams();
  const incident = useQuery(incidentQuery(id)).data;
  const noticeName = useNoticeNames(id);
  return (
    <ProofPrint title={incident?.title} of={{ room: 'incidents', id }} noticeName={noticeName} />
  );
}

export function WindowProofScreen() {
  const { id } = windowRoute.useParams();
  const window = useQuery(windowQuery(id)).data;
  const noticeName = useWindowNoticeNames(id);
  return <ProofPrint title={window?.title} of={{ room: 'windows', id }} noticeName={noticeName} />;
}

export function NewsProofScreen() {
  const { id } = newsRoute.useParams();
  const news = useQuery(oneNewsQuery(id)).data;
  return (
    <ProofPrint title={news?.texts[0]?.title} of={{ room: 'news', id }} noticeName={() => 'News'} />
  );
}
